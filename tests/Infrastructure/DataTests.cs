using System.Reflection;
using Alleviation.Functions.PoisonMessages;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Tests.Infrastructure;

/// <summary>How the data and the keys are kept.</summary>
public sealed class DataTests
{
    [Theory]
    [MemberData(nameof(Source.Environments), MemberType = typeof(Source))]
    public async Task TheStorageAccount_IsClosedButForIdentities(string parameters)
    {
        var account = (await Deployment.OfAsync(parameters)).The("Microsoft.Storage/storageAccounts");
        Assert.Equal("false", account.Text("allowSharedKeyAccess"));
        Assert.Equal("false", account.Text("allowBlobPublicAccess"));
        Assert.Equal("false", account.Text("allowCrossTenantReplication"));
        Assert.Equal("true", account.Text("supportsHttpsTrafficOnly"));
        Assert.Equal("TLS1_2", account.Text("minimumTlsVersion"));
    }

    [Theory]
    [MemberData(nameof(Source.Environments), MemberType = typeof(Source))]
    public async Task TheApp_IsReachedByHttpsOnlyAndPublishedWithoutPasswords(string parameters)
    {
        var deployment = await Deployment.OfAsync(parameters);
        var app = deployment.The("Microsoft.Web/sites");
        Assert.Equal("true", app.Text("httpsOnly"));
        Assert.Equal("1.2", app.Properties["siteConfig"]!["minTlsVersion"]!.GetValue<string>());
        Assert.Equal("Disabled", app.Properties["siteConfig"]!["ftpsState"]!.GetValue<string>());
        var policies = deployment.Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies").ToList();
        Assert.Equal(["ftp", "scm"], policies.Select(policy => policy.Name.Split('/')[1]).Order(StringComparer.Ordinal));
        Assert.All(policies, policy => Assert.Equal("false", policy.Text("allow")));
    }

    [Theory]
    [MemberData(nameof(Source.Environments), MemberType = typeof(Source))]
    public async Task TheVault_KnowsRolesOnly_AndKeepsWhatIsDeleted(string parameters)
    {
        var deployment = await Deployment.OfAsync(parameters);
        var vault = deployment.The("Microsoft.KeyVault/vaults");
        var isReal = parameters.StartsWith("production", StringComparison.Ordinal);
        Assert.Equal("true", vault.Text("enableRbacAuthorization"));
        Assert.Equal("true", vault.Text("enableSoftDelete"));
        Assert.Equal(isReal ? "true" : null, vault.Text("enablePurgeProtection"));
        Assert.Equal(isReal ? 2 : 0, deployment.Of("Microsoft.Authorization/locks").Count());
    }

    [Theory]
    [InlineData("production", "core.windows.net", "vaultcore.azure.net", "Microsoft.App/environments")]
    [InlineData("production-china", "core.chinacloudapi.cn", "vaultcore.azure.cn", "Microsoft.Web/serverFarms")]
    public async Task AnIsolatedEnvironment_ReachesItsDataByPrivateEndpoints(
        string parameters,
        string storageSuffix,
        string vaultZone,
        string delegation
    )
    {
        var deployment = await Deployment.OfAsync(parameters);
        Assert.Equal("Disabled", deployment.The("Microsoft.Storage/storageAccounts").Text("publicNetworkAccess"));
        Assert.Equal("Disabled", deployment.The("Microsoft.KeyVault/vaults").Text("publicNetworkAccess"));
        Assert.Equal(
            [.. new[] { "blob", "queue", "table" }.Select(part => $"privatelink.{part}.{storageSuffix}"), $"privatelink.{vaultZone}"],
            deployment.Of("Microsoft.Network/privateDnsZones").Select(zone => zone.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal(4, deployment.Of("Microsoft.Network/privateEndpoints").Count());
        Assert.Equal(4, deployment.Of("Microsoft.Network/privateDnsZones/virtualNetworkLinks").Count());
        var network = deployment.The("Microsoft.Network/virtualNetworks").Whole.ToJsonString();
        Assert.Contains($"\"serviceName\":\"{delegation}\"", network, StringComparison.Ordinal);
        var subnet = deployment.The("Microsoft.Web/sites").Text("virtualNetworkSubnetId");
        Assert.Contains("integrationSubnetId", subnet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("test")]
    [InlineData("test-china")]
    public async Task ATestEnvironment_HasNoNetwork(string parameters)
    {
        var deployment = await Deployment.OfAsync(parameters);
        Assert.DoesNotContain(deployment.Resources, resource => resource.Type.StartsWith("Microsoft.Network/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task APackagersAddresses_OpenTheStorageAccountToThemAlone()
    {
        var account = (await Deployment.OfAsync("production-china", withAll: true)).The("Microsoft.Storage/storageAccounts");
        Assert.Equal("Enabled", account.Text("publicNetworkAccess"));
        var rules = account.Properties["networkAcls"]!;
        Assert.Equal("Deny", rules["defaultAction"]!.GetValue<string>());
        Assert.Equal(["192.0.2.1", "192.0.2.2"], rules["ipRules"]!.AsArray().Select(rule => rule!["value"]!.GetValue<string>()));
    }

    /// <summary>The service makes its tables and queues. A name in Bicep would be a second list, which nobody compares.</summary>
    [Fact]
    public async Task NoTableAndNoQueue_IsMadeOrNamedByBicep()
    {
        var deployment = await Deployment.OfAsync("production");
        var bicep = string.Concat(Source.Files("*.bicep").Concat(Source.Files("workbook.json")).Select(File.ReadAllText));
        // "coverage" and the like are words as well; the others can only be names.
        var queues = typeof(PoisonMessageFunctions)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<QueueTriggerAttribute>()?.QueueName)
            .OfType<string>()
            .Where(name => name.Contains('-', StringComparison.Ordinal))
            .ToList();
        Assert.DoesNotContain(
            deployment.Resources,
            resource =>
                resource.Type.EndsWith("/tables", StringComparison.Ordinal) || resource.Type.EndsWith("/queues", StringComparison.Ordinal)
        );
        Assert.Contains("import-chunks", queues);
        Assert.All(queues, queue => Assert.DoesNotContain(queue, bicep, StringComparison.Ordinal));
    }
}
