using System.ComponentModel.DataAnnotations;

namespace Alleviation.Functions.Access;

/// <summary>Section <c>Access</c>: the app's own accounts.</summary>
public sealed class AccessOptions
{
    /// <summary>One working day: a health worker signs in once, in the morning, where there is a signal.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "24:00:00")]
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(8);

    /// <summary>How long a disabled or changed account's tokens may still work: the price of no storage call per request.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan AccountsRemembered { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>PBKDF2-SHA512 rounds, as OWASP advises for 2023 and later.</summary>
    [Range(10_000, 10_000_000)]
    public int PasswordRounds { get; set; } = 210_000;

    /// <summary>Failures after which a user name is locked for a while, whether or not there is such an account.</summary>
    [Range(1, 100)]
    public int FailuresBeforeLock { get; set; } = 5;

    /// <summary>The first lock; each further failure doubles it.</summary>
    public TimeSpan FirstLock { get; set; } = TimeSpan.FromMinutes(1);

    public TimeSpan MaxLock { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Failures per client address and five minutes; a whole township office may share one address.</summary>
    [Range(1, 100_000)]
    public int FailuresPerAddress { get; set; } = 30;

    /// <summary>The account made at start while there is none.</summary>
    public FirstOperatorOptions FirstOperator { get; set; } = new();

    public sealed class FirstOperatorOptions
    {
        public string? UserName { get; set; }

        public string? Password { get; set; }
    }
}
