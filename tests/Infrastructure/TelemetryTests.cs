namespace Alleviation.Tests.Infrastructure;

/// <summary>What the resources report, and from whom telemetry is taken.</summary>
public sealed class TelemetryTests
{
    private const string Diagnostics = "Microsoft.Insights/diagnosticSettings";

    [Theory]
    [MemberData(nameof(Source.Environments), MemberType = typeof(Source))]
    public async Task EachResourceThatCanReport_ReportsToTheWorkspace(string parameters)
    {
        string[] reporting =
        [
            "Microsoft.KeyVault/vaults",
            "Microsoft.Network/virtualNetworks",
            "Microsoft.OperationalInsights/workspaces",
            "Microsoft.Storage/storageAccounts",
            "Microsoft.Storage/storageAccounts/blobServices",
            "Microsoft.Storage/storageAccounts/queueServices",
            "Microsoft.Storage/storageAccounts/tableServices",
            "Microsoft.Web/sites",
        ];
        var deployment = await Deployment.OfAsync(parameters);
        var reports = deployment.Of(Diagnostics).Select(setting => setting.Id).ToList();
        var resources = deployment.Resources.Where(resource => reporting.Contains(resource.Type)).ToList();
        Assert.True(resources.Count >= 7);
        Assert.All(resources, resource => Assert.Contains($"{resource.Id}/providers/{Diagnostics}/to-workspace", reports));
    }

    [Theory]
    [MemberData(nameof(Source.Environments), MemberType = typeof(Source))]
    public async Task Telemetry_IsTakenFromIdentitiesOnly(string parameters)
    {
        var deployment = await Deployment.OfAsync(parameters);
        var insights = deployment.The("Microsoft.Insights/components");
        Assert.Equal("true", insights.Text("DisableLocalAuth"));
        Assert.Equal(deployment.The("Microsoft.OperationalInsights/workspaces").Id, insights.Text("WorkspaceResourceId"));
        var identity = deployment.Settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"];
        Assert.StartsWith("Authorization=AAD;ClientId=<reference(", identity, StringComparison.Ordinal);
    }
}
