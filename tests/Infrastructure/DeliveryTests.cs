using System.Diagnostics;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Alleviation.Tests.Infrastructure;

/// <summary>The files beside Bicep that a deployment goes by.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task ANewKeyRing_IsWholeAndNoOther()
    {
        var first = await NewKeyRingAsync();
        var second = await NewKeyRingAsync();

        var keys = KeyRingJson.Read(first, "the script's answer");
        Assert.Equal(1, keys.Current);
        Assert.NotEqual(keys.Fingerprint, KeyRingJson.Read(second, "the script's answer").Fingerprint);
        Assert.Equal(3, new[] { keys.Sealing[1], keys.Fingerprint, keys.Signing }.Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public void Azd_FindsTheProjectAndTheParameters()
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(Repository.PathOf("azure.yaml"));
        yaml.Load(reader);
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;

        var infra = root["infra"];
        Assert.True(File.Exists(Repository.PathOf(infra["path"].ToString(), $"{infra["module"]}.bicepparam")));
        var (name, service) = Assert.Single((YamlMappingNode)root["services"]);
        Assert.NotEmpty(Directory.GetFiles(Repository.PathOf(service["project"].ToString()), "*.csproj"));
        Assert.Equal("function", service["host"].ToString());
        var app = File.ReadAllText(Path.Combine(Source.Folder, "modules", "app.bicep"));
        Assert.Contains($"'azd-service-name': '{name}'", app, StringComparison.Ordinal);
    }

    [Fact]
    public void EachModule_StandsInTheReadme()
    {
        var modules = Directory.GetFiles(Path.Combine(Source.Folder, "modules")).Select(file => $"`{Path.GetFileName(file)}`");

        var listed = Source.Table(Source.Readme, "## Modules").Select(row => row[0]);
        Assert.Equal(modules.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static async Task<string> NewKeyRingAsync()
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Source.Folder, "new-key-ring.sh")]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
