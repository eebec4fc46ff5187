using System.Collections.Frozen;
using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Access;

/// <summary>Long rather than complicated, as NIST SP 800-63B advises: no forced digits, no forced change.</summary>
public static class PasswordRules
{
    public const int MinLength = 10;

    /// <summary>The limit keeps hashing of long passwords from overloading the service.</summary>
    public const int MaxLength = 128;

    private static readonly FrozenSet<string> Common = new[]
    {
        "1234567890",
        "12345678910",
        "0123456789",
        "0987654321",
        "9876543210",
        "123456789a",
        "a123456789",
        "1234567890a",
        "123123123123",
        "1q2w3e4r5t",
        "1q2w3e4r5t6y",
        "1qaz2wsx3edc",
        "qwertyuiop",
        "qwertyuiop123",
        "qwerty1234",
        "qwerty12345",
        "qwerty123456",
        "asdfghjkl1",
        "asdfghjkl123",
        "zxcvbnm123",
        "abc1234567",
        "abcd123456",
        "abcdefghij",
        "password12",
        "password123",
        "password1234",
        "password12345",
        "passw0rd123",
        "p@ssw0rd123",
        "iloveyou123",
        "letmein123",
        "welcome123",
        "welcome1234",
        "admin12345",
        "admin123456",
        "administrator",
        "changeme123",
        "woaini1314",
        "woaini1314520",
        "woaini520520",
        "5201314520",
        "1314520520",
        "aa123456789",
        "qq123456789",
        "wang123456",
        "zhang123456",
        "meizhou123",
        "meizhou1234",
        "alleviation",
        "health12345",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<FieldError> Check(string field, string? password, string userName)
    {
        var text = password ?? "";
        if (text.Length is < MinLength or > MaxLength)
        {
            return [new FieldError(field, "password-length", MinLength, MaxLength)];
        }
        var plain = AccountKey.Normal(text);
        var name = AccountKey.Normal(userName);
        if (name.Length > 2 && plain.Contains(name, StringComparison.Ordinal))
        {
            return [new FieldError(field, "password-is-user-name")];
        }
        return Common.Contains(plain) || plain.Distinct().Count() < 4 ? [new FieldError(field, "password-common")] : [];
    }
}
