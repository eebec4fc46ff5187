namespace Alleviation.Tests.Infrastructure;

public sealed class CompileTests
{
    private const string Rules = "bicepconfig.json";

    // Sign-in pages, portals and suffixes of either cloud; environment() knows them, so no file has to.
    private static readonly string[] Hosts =
    [
        "windows.net",
        "azure.com",
        "azure.net",
        "azurewebsites",
        "microsoftonline",
        "chinacloudapi",
        "azure.cn",
        "chinacloudsites",
    ];

    [Theory]
    [InlineData("*.bicep")]
    [InlineData("*.bicepparam")]
    public async Task TheCompiler_HasNothingToSayAbout(string pattern)
    {
        foreach (var file in Source.Files(pattern))
        {
            Assert.Empty(await BicepCompiler.Of(withAll: false).LintAsync(file));
        }
    }

    [Fact]
    public async Task AWarning_WouldBeSeen()
    {
        var folder = Directory.CreateTempSubdirectory("alleviation-bicep-");
        try
        {
            // The rules of the compiler stand beside what it reads.
            File.Copy(Path.Combine(Source.Folder, Rules), Path.Combine(folder.FullName, Rules));
            var bad = Path.Combine(folder.FullName, "bad.bicep");
            await File.WriteAllTextAsync(bad, "param nobodyReadsIt string");

            var warnings = await BicepCompiler.Of(withAll: false).LintAsync(bad);

            Assert.Contains(warnings, line => line.Contains("no-unused-params", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task TheTemplate_IsForASubscription()
    {
        var template = await BicepCompiler.Of(withAll: false).BuildAsync("main.bicep");

        Assert.EndsWith("subscriptionDeploymentTemplate.json#", template["$schema"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Source.Environments), MemberType = typeof(Source))]
    public async Task EachParameterFile_DeploysAFunctionApp(string parameters)
    {
        var deployment = await Deployment.OfAsync(parameters);
        var app = deployment.The("Microsoft.Web/sites");

        if (parameters.EndsWith("-china", StringComparison.Ordinal))
        {
            Assert.Equal("DOTNET-ISOLATED|10.0", app.Properties["siteConfig"]!["linuxFxVersion"]!.GetValue<string>());
            Assert.Null(app.Properties["functionAppConfig"]);
        }
        else
        {
            var runtime = app.Properties["functionAppConfig"]!["runtime"]!;
            Assert.Equal(("dotnet-isolated", "10.0"), (runtime["name"]!.GetValue<string>(), runtime["version"]!.GetValue<string>()));
        }
        Assert.Equal("UserAssigned", app.Whole["identity"]!["type"]!.GetValue<string>());
    }

    [Fact]
    public void EachParameterFile_IsTested() =>
        Assert.Equal(
            Source.ParameterFiles.Order(StringComparer.Ordinal),
            Source.Files("*.bicepparam").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void EachModule_IsUsed()
    {
        var sources = Source.Files("*.bicep").Select(File.ReadAllText).ToList();
        var modules = Source.Files("*.bicep").Select(Path.GetFileName).Where(file => file is not "main.bicep");

        Assert.All(modules, module => Assert.Contains(sources, source => source.Contains($"{module}'", StringComparison.Ordinal)));
    }

    [Fact]
    public void NoFile_NamesAHostOfOneCloud()
    {
        var lines = Source.Files("*.bicep*").SelectMany(File.ReadLines).ToList();

        Assert.NotEmpty(lines);
        Assert.DoesNotContain(lines, line => Hosts.Any(host => line.Contains(host, StringComparison.OrdinalIgnoreCase)));
    }
}
