using Alleviation.Functions.ReferenceData;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.ReferenceData;

/// <summary>Seeds are checked before the service starts, and by a command of their own.</summary>
public sealed class SeedCheckTests : IDisposable
{
    private const string Form = "forms/hypertension.json";
    private readonly BrokenSeeds _seeds = new();

    [Fact]
    public void TheSeedsOfTheCheckout_AreInOrder() => Assert.Empty(SeedCheck.Of(new SeedFolder(Repository.PathOf("seeds"))));

    [Fact]
    public void WhatAMistakeIsPutInto_IsInOrder() => Assert.Empty(_seeds.Faults());

    [Fact]
    public void TheLine_IsThatOfThePlace()
    {
        var line =
            File.ReadAllLines(_seeds.PathOf(Form))
                .Index()
                .First(numberedLine => numberedLine.Item.Contains("\"code\": \"diastolic\", \"type\"", StringComparison.Ordinal))
                .Index + 1;
        _seeds.Replace(Form, "\"reading\": \"diastolic\"", "\"reading\": \"diastolik\"");

        var fault = Assert.Single(_seeds.Faults());

        Assert.Equal(line, fault.Line);
        Assert.StartsWith(
            $"seeds/forms/hypertension.json, line {line}, sections[1].fields[2].reading: ",
            fault.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AService_DoesNotStartOnAMistake()
    {
        _seeds.Set(Form, "sections[1].fields[1].reading", "\"sytolic\"");

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() =>
            AppUnderTest.StartAsync(settings: new Dictionary<string, string?> { ["Seeds:Folder"] = _seeds.Folder })
        );

        Assert.Contains("seeds/forms/hypertension.json", thrown.ToString(), StringComparison.Ordinal);
        Assert.Contains("sections[1].fields[1].reading", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCommand_SaysWhatIsWrongAndStartsNothing()
    {
        var output = new StringWriter();
        Assert.Equal(0, await CheckSeedsCommand.RunAsync(_seeds.Folder, output));
        _seeds.Set(Form, "rules.decisions[6]", null);

        Assert.Equal(1, await CheckSeedsCommand.RunAsync(_seeds.Folder, output));

        Assert.Contains("rules.decisions[5]", output.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _seeds.Dispose();
}
