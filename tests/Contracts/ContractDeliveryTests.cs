using System.Text.Json;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Contracts;
using Alleviation.Functions.Coverage;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Records;
using Alleviation.Tests.Transfers;

namespace Alleviation.Tests.Contracts;

/// <summary>What a family-doctor contract promises, and what was given of it, by the endpoints.</summary>
public sealed class ContractDeliveryTests : ContractStage
{
    [Fact]
    public async Task Signed_PromisesWhatEachMemberNeeds_AndCountsWhatWasGivenInTheYear()
    {
        await CallAsync("Contracts_Get", 404);
        var signed = await CallAsync("Contracts_Sign", 201, Basic);
        // Nobody has been cared for by signing.
        Assert.Equal(0, CoverageCounts.Of(await Scene.HeaderAsync(), new DateOnly(2026, 11, 23)).Used);
        // Four hypertension visits for the patient, health education for each of the four.
        Assert.Equal((8, 0), Counts(signed));
        await GiveAsync("visit", "hypertension", new DateTimeOffset(2026, 2, 1, 1, 0, 0, TimeSpan.Zero));
        await GiveAsync("visit", "hypertension", new DateTimeOffset(2025, 12, 31, 16, 0, 0, TimeSpan.Zero));
        await GiveAsync("visit", "hypertension", new DateTimeOffset(2025, 12, 31, 15, 59, 59, TimeSpan.Zero));
        // Not given as promised: by telephone; and twice on one day is once.
        await GiveAsync("visit", "hypertension", new DateTimeOffset(2026, 5, 1, 1, 0, 0, TimeSpan.Zero), contactMode: "3");
        await GiveAsync("visit", "hypertension", new DateTimeOffset(2026, 2, 1, 6, 0, 0, TimeSpan.Zero));
        await GiveAsync("visit", "type2Diabetes", new DateTimeOffset(2026, 3, 1, 1, 0, 0, TimeSpan.Zero));
        for (var day = 1; day <= 3; day++)
        {
            await GiveAsync("education", "anything", new DateTimeOffset(2026, 4, day, 1, 0, 0, TimeSpan.Zero));
        }

        var read = await CallAsync("Contracts_Get", 200, by: Scene.Physician);
        // Two visits, and of three times education the one that was promised.
        Assert.Equal((8, 3), Counts(read));
        Assert.Equal(1, CoverageCounts.Of(await Scene.HeaderAsync(), new DateOnly(2026, 11, 23)).Used);
        var education = read
            .Body.GetProperty("services")
            .EnumerateArray()
            .Single(service =>
                service.GetProperty("member").GetInt32() == 1 && service.GetProperty("service").GetString() == "healthEducation"
            );
        Assert.Equal(3, education.GetProperty("given").GetInt32());
        Assert.Equal(PanelScene.Responsible, read.Text("physicianId"));
    }

    [Fact]
    public async Task Ledger_IsWhatTheEntriesOfTheYearSay_GivenBeforeOrAfterTheSigning()
    {
        await GiveAsync("visit", "hypertension", new DateTimeOffset(2026, 2, 1, 1, 0, 0, TimeSpan.Zero));
        await GiveAsync("education", "anything", new DateTimeOffset(2026, 3, 1, 1, 0, 0, TimeSpan.Zero));
        await CallAsync("Contracts_Sign", 201, Basic);
        Assert.Equal(2, await GivenOnRecordAsync());

        var dice = new Random(20261123);
        for (var entry = 0; entry < 30; entry++)
        {
            var at = new DateTimeOffset(2025, 12, 28, 0, 0, 0, TimeSpan.Zero).AddHours(dice.Next(0, 24 * 330));
            await GiveAsync(entry % 5 == 0 ? "education" : "visit", "hypertension", at, contactMode: $"{dice.Next(1, 4)}");
        }
        Assert.InRange(await GivenOnRecordAsync(), 3, 5);

        // Signed for another package, what was given is counted anew.
        var other = new
        {
            package = "chronicIllness",
            signedOn = "2026-11-20",
            method = "paper",
            signedBy = 1,
        };
        await CallAsync("Contracts_Sign", 200, other, ifMatch: "\"v1\"");
        Assert.InRange(await GivenOnRecordAsync(), 3, 8);
    }

    /// <summary>Of the ledger, which has to be what a fold over the entries says.</summary>
    private async Task<int> GivenOnRecordAsync()
    {
        Assert.True(HouseholdId.TryParse(Scene.HouseholdId, out var id));
        var partition = await Scene.App.Get<HouseholdTable>().ReadAsync(id, CancellationToken.None);
        var contract = partition!.Find(Functions.Contracts.Contract.StoredAs.Of(0, "2026"))!;
        var members = contract.Services.Select(service => service.Member).Distinct();
        var entries = await Scene.App.Get<GetContractHandler>().EntriesOfAsync(id, 2026, members, CancellationToken.None);
        var package = Scene.App.Get<ServicePackages>().Find(contract.Package);
        var kept = Assert.Single(partition.Household.Contracts);

        Assert.Equal(JsonSerializer.Serialize(Fulfilment.LedgerOf(contract, package, entries)), JsonSerializer.Serialize(kept));
        var counted = Fulfilment.Of(contract, package, entries.ToLookup(entry => entry.Member));
        var given = counted.Sum(service => Math.Min(service.Given, service.Promised));
        Assert.Equal((counted.Sum(service => service.Promised), given), kept.By(new DateOnly(2026, 12, 31), _ => null));
        return given;
    }

    private static (int Promised, int Given) Counts(Contract.Answer answer) =>
        (answer.Body.GetProperty("promised").GetInt32(), answer.Body.GetProperty("given").GetInt32());

    private async Task GiveAsync(string kind, string reference, DateTimeOffset at, string contactMode = "2")
    {
        Assert.True(HouseholdId.TryParse(Scene.HouseholdId, out var id));
        await Scene
            .App.Get<HouseholdChanges>()
            .ChangeAsync(
                id,
                partition =>
                {
                    var noted = NewEntry.In(
                        partition,
                        partition.Household,
                        new Entry(1, at, kind, "1", "account")
                        {
                            Reference = reference,
                            Facts = new Dictionary<string, JsonElement>
                            {
                                ["contactMode"] = JsonSerializer.SerializeToElement(contactMode),
                            },
                        }
                    );
                    return HouseholdUpdate.Of(true, noted.Household, noted.Changes);
                },
                CancellationToken.None
            );
    }
}
