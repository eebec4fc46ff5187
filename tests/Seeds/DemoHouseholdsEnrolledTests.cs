using System.Text;
using System.Text.Json;
using Alleviation.Demo.Households;
using Alleviation.Functions.Access;
using Alleviation.Functions.Enrolment;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Tests.Imports;

namespace Alleviation.Tests.Seeds;

/// <summary>What the generator draws, the service takes: from the form and from the registry list.</summary>
public sealed class DemoHouseholdsEnrolledTests
{
    private static readonly SeedFolder Seeds = new();
    private static readonly EnrolmentCheck Check = new(new CodeLists(Seeds), new Regions(Seeds), new ReadingKinds(Seeds));
    private static readonly Caller Office = new("office", Role.HealthWorker, ["4414"], null, "office");
    private static readonly DateTimeOffset Now = new(new DateOnly(2026, 11, 1), new TimeOnly(20, 0), TimeSpan.FromHours(8));

    [Fact]
    public void EveryBody_PassesTheFormsChecks() =>
        Assert.All(
            DemoHouseholds.Generate(2_000, seed: 11),
            household =>
            {
                var command = JsonSerializer.Deserialize<EnrolmentRequest>(EnrolmentBody.Of(household), ApiJson.Options)!;
                Assert.Empty(Check.Check(command, Office, Now).Errors);
            }
        );

    [Fact]
    public async Task EveryLineOfTheList_SaysWhatTheBodySays()
    {
        var households = DemoHouseholds.Generate(500, seed: 11).ToList();
        var list = new StringWriter();
        await RegistryCsv.WriteAsync(list, households);
        var (reading, lines) = await SomeReading.OfAsync(Encoding.UTF8.GetBytes(list.ToString()));
        Assert.True(reading.IsClear);

        var (labels, regions) = (new Labels(Seeds, new CodeLists(Seeds)), new RegionNames(new Regions(Seeds)));
        var read = lines
            .GroupBy(line => line[ImportColumns.RegistrationNumber]!)
            .Select(group => new HouseholdLines(group, labels, regions, Office))
            .ToList();

        Assert.Equal(households.Count, read.Count);
        Assert.All(read.Zip(households), pair => AssertSame(pair.First, pair.Second));
    }

    private static void AssertSame(HouseholdLines read, DemoHousehold household)
    {
        Assert.Empty(read.Errors);
        Assert.Empty(Check.Check(read.Command, Office, Now).Errors);
        Assert.Equal(household.RegistrationNumber, read.Command.RegistrationNumber);
        Assert.Equal(household.Causes, read.Command.Causes);
        foreach (var (line, member) in read.Command.Members!.Zip(household.Members))
        {
            Assert.Equal((member.Name, member.IdNumber, member.BornOn), (line.Name, line.IdNumber, line.BornOn));
            Assert.Equal(
                member.Conditions.Select(condition => (condition.Code, condition.DiagnosedOn)),
                (line.Conditions ?? []).Select(condition => (condition.Code!, condition.DiagnosedOn!.Value))
            );
            Assert.Subset(
                member.Readings.Select(reading => (reading.Code, reading.Value)).ToHashSet(),
                (line.Readings ?? []).Select(reading => (reading.Code!, reading.Value!.Value)).ToHashSet()
            );
            Assert.Equal(member.BasicInformation.Disabilities, line.BasicInformation?.Disabilities);
        }
    }
}
