namespace Alleviation.Tests.Infrastructure;

/// <summary>What <c>environment()</c> says in a cloud.</summary>
internal sealed record Cloud(string StorageSuffix, string VaultSuffix, string LoginEndpoint)
{
    private static readonly Cloud Public = new("core.windows.net", ".vault.azure.net", "https://login.microsoftonline.com/");

    private static readonly Cloud China = new("core.chinacloudapi.cn", ".vault.azure.cn", "https://login.chinacloudapi.cn");

    public static Cloud Of(string parameters) => parameters.EndsWith("-china", StringComparison.Ordinal) ? China : Public;

    public string Property(string path) =>
        path switch
        {
            "suffixes.storage" => StorageSuffix,
            "suffixes.keyvaultDns" => VaultSuffix,
            "authentication.loginEndpoint" => LoginEndpoint,
            _ => throw new NotSupportedException($"environment().{path} is not known to the tests."),
        };
}
