using System.Security.Cryptography;
using System.Text.Json;

namespace Alleviation.Demo.Loading;

/// <summary>Random passwords, one file per account that only its owner can read: the body of a sign-in, ready for curl.</summary>
public sealed class AccountFiles(string dataFolder)
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int PasswordLength = 16;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string PathOf(string userName) => Path.Combine(dataFolder, "accounts", $"{userName}.json");

    public string PasswordOf(string userName)
    {
        if (!File.Exists(PathOf(userName)))
        {
            OwnFile.Write(
                PathOf(userName),
                JsonSerializer.Serialize(new SignIn(userName, RandomNumberGenerator.GetString(Letters, PasswordLength)), Json)
            );
        }

        return JsonSerializer.Deserialize<SignIn>(File.ReadAllText(PathOf(userName)), Json)!.Password;
    }

    /// <summary>The settings from which the service makes its first operator, as a file for the shell to source before the start.</summary>
    public string WriteOperatorSettings()
    {
        var path = Path.Combine(dataFolder, "accounts", "operator.env");
        var name = DemoAccount.Operator.UserName;
        OwnFile.Write(path, $"Access__FirstOperator__UserName={name}\nAccess__FirstOperator__Password={PasswordOf(name)}\n");
        return path;
    }

    private sealed record SignIn(string UserName, string Password);
}
