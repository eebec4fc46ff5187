using System.ComponentModel.DataAnnotations;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Tests.Conventions;
using Alleviation.Tests.Support;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Alleviation.Tests.Infrastructure;

/// <summary>
/// Bicep's settings against the service's own: the table of docs/configuration.md, which a test of its own holds to the code.
/// </summary>
public sealed class SettingsTests
{
    private const string Set = "## Settings";

    private const string LeftOut = "## Settings left out";

    private static readonly IReadOnlyList<(string Name, bool HasDefault)> OfTheService = [.. FromDocument()];

    [Theory]
    [MemberData(nameof(Source.Environments), MemberType = typeof(Source))]
    public async Task EachSettingOfTheService_IsSetOrHasADefault(string parameters)
    {
        var set = (await Deployment.OfAsync(parameters, withAll: true)).Settings.Keys.Select(Colons).ToHashSet();
        var leftOut = Source.Table(Source.Readme, LeftOut).SelectMany(row => Names(row[0])).ToHashSet();

        Assert.True(OfTheService.Count > 30);
        Assert.Empty(OfTheService.Where(setting => !setting.HasDefault).Select(setting => setting.Name).Except(set).Except(leftOut));
        Assert.Empty(leftOut.Intersect(set));
        Assert.Empty(leftOut.Except(OfTheService.Select(setting => setting.Name)));
    }

    [Theory]
    [MemberData(nameof(Source.Environments), MemberType = typeof(Source))]
    public async Task EachSettingThatIsSet_IsExplainedAndRead(string parameters)
    {
        var set = (await Deployment.OfAsync(parameters, withAll: true)).Settings.Keys;
        var explained = Source.Table(Source.Readme, Set).ToDictionary(row => row[0].Trim('`'), row => row[1]);

        Assert.Empty(set.Except(explained.Keys));
        var read = OfTheService.Select(setting => setting.Name).ToHashSet(StringComparer.Ordinal);
        Assert.All(set.Where(name => explained[name] is "the service"), name => Assert.Contains(Colons(name), read));
    }

    [Fact]
    public async Task EachSettingThatIsExplained_IsSetSomewhere()
    {
        var onFlex = await Deployment.OfAsync("test", withAll: true);
        var onPremium = await Deployment.OfAsync("test-china", withAll: true);

        var explained = Source.Table(Source.Readme, Set).Select(row => row[0].Trim('`'));
        Assert.Empty(explained.Except(onFlex.Settings.Keys).Except(onPremium.Settings.Keys));
    }

    /// <summary>As a start would check them. Secrets are still references to the vault here.</summary>
    [Theory]
    [MemberData(nameof(Source.Environments), MemberType = typeof(Source))]
    public async Task TheService_TakesThem(string parameters)
    {
        foreach (var withAll in new[] { false, true })
        {
            var configuration = Configuration(await Deployment.OfAsync(parameters, withAll));
            foreach (var type in SettingsDocumentTests.OptionTypes)
            {
                var options = configuration.GetSection(SettingsDocumentTests.SectionOf(type)).Get(type) ?? Activator.CreateInstance(type)!;
                Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
            }
        }
    }

    [Theory]
    [InlineData("test", "core.windows.net", ".vault.azure.net")]
    [InlineData("production", "core.windows.net", ".vault.azure.net")]
    [InlineData("test-china", "core.chinacloudapi.cn", ".vault.azure.cn")]
    [InlineData("production-china", "core.chinacloudapi.cn", ".vault.azure.cn")]
    public async Task TheService_FindsItsStorageAndItsVault(string parameters, string storageSuffix, string vaultSuffix)
    {
        var deployment = await Deployment.OfAsync(parameters);
        var account = deployment.The("Microsoft.Storage/storageAccounts").Name;
        var vault = deployment.The("Microsoft.KeyVault/vaults").Name;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddConfiguration(Configuration(deployment));
        builder.AddStorage();
        await using var services = builder.Services.BuildServiceProvider();

        Assert.Equal($"{account}.table.{storageSuffix}", services.GetRequiredService<TableServiceClient>().Uri.Host);
        Assert.Equal($"{account}.queue.{storageSuffix}", services.GetRequiredService<QueueServiceClient>().Uri.Host);
        var keys = Configuration(deployment).GetSection("Keys").Get<KeyOptions>()!;
        Assert.Equal(new Uri($"https://{vault}{vaultSuffix}/"), keys.VaultUri);
        Assert.Equal(deployment.Of("Microsoft.KeyVault/vaults/secrets").First().Name, $"{vault}/{keys.VaultSecret}");
    }

    [Theory]
    [MemberData(nameof(Source.Environments), MemberType = typeof(Source))]
    public async Task EachSecret_IsAReferenceToTheVault(string parameters)
    {
        var deployment = await Deployment.OfAsync(parameters, withAll: true);
        var settings = deployment.Settings;
        var secrets = deployment.Of("Microsoft.KeyVault/vaults/secrets").Select(secret => secret.Name.Split('/')[1]).ToHashSet();
        var vault = new Uri(settings["Keys__VaultUri"]);

        foreach (var name in new[] { "Reminders__Secret", "Access__FirstOperator__Password" })
        {
            var reference = settings[name];
            Assert.StartsWith($"@Microsoft.KeyVault(SecretUri={vault}secrets/", reference, StringComparison.Ordinal);
            Assert.Contains(reference[(reference.LastIndexOf('/') + 1)..^1], secrets);
        }
        var password = Source.AllGiven["ALLEVIATION_FIRST_OPERATOR_PASSWORD"];
        Assert.All(settings.Values, value => Assert.DoesNotContain(password, value, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Source.Environments), MemberType = typeof(Source))]
    public async Task WithoutGatewayAndFirstOperator_NeitherIsSet(string parameters)
    {
        var set = (await Deployment.OfAsync(parameters)).Settings.Keys;

        Assert.NotEmpty(set);
        Assert.DoesNotContain(set, name => name.Split("__")[0] is "Reminders" or "Access");
    }

    private static IConfiguration Configuration(Deployment deployment) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(deployment.Settings.Select(setting => KeyValuePair.Create(Colons(setting.Key), (string?)setting.Value)))
            .Build();

    private static IEnumerable<(string Name, bool HasDefault)> FromDocument() =>
        from row in Source.Table(File.ReadAllText(Repository.PathOf("docs", "configuration.md")), Set)
        from name in Names(row[0])
        select (name, row[1] is not "none");

    // "`Access:FirstOperator:UserName`, `:Password`": the second stands for Access:FirstOperator:Password.
    private static IEnumerable<string> Names(string cell)
    {
        var section = "";
        foreach (var word in cell.Split(',', StringSplitOptions.TrimEntries).Select(word => word.Trim('`')))
        {
            var name = word.StartsWith(':') ? section + word : word;
            section = name.Contains(':', StringComparison.Ordinal) ? name[..name.LastIndexOf(':')] : name;
            yield return name;
        }
    }

    private static string Colons(string name) => name.Replace("__", ":", StringComparison.Ordinal);
}
