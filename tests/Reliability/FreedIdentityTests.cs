using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Pipeline;
using Alleviation.Functions.Records;
using Alleviation.Tests.Support;
using static Alleviation.Tests.Reliability.IdentityHouseholds;

namespace Alleviation.Tests.Reliability;

/// <summary>A household that waits for an identity gets it as soon as another frees it.</summary>
public sealed class FreedIdentityTests
{
    [Fact]
    public async Task IdentityIsFreedElsewhere_WhoeverWaitsIsListedByItself()
    {
        await using var app = await StartAsync();
        using var worker = await app.HealthWorkerAsync(Some.Township);
        var shared = Some.IdNumber();
        var (mistaken, right) = (WithHead(shared), WithHead(shared));
        var mistakenAt = await worker.EnrolsAsync(mistaken);
        var holder = await worker.ListedAsync(mistakenAt);
        var rightAt = await worker.EnrolsAsync(right);
        var waiting = await worker.HasStatusAsync(rightAt, "needsReview");
        await Pipeline.SettledAsync(app.Storage);
        MembersOf(mistaken)[0]["idNumber"] = Some.IdNumber();
        using var freed = await worker.CorrectsAsync(mistakenAt, mistaken, Version(holder));
        Assert.Equal(HttpStatusCode.Accepted, freed.StatusCode);
        await Pipeline.SettledAsync(app.Storage);
        var listed = await worker.ListedAsync(rightAt);
        Assert.Empty(listed.GetProperty("problems").EnumerateArray());
        // The number was given to somebody else under the wrong citizen ID, who keeps it.
        Assert.Empty(listed.RecordNumbers().Intersect((await worker.ListedAsync(mistakenAt)).RecordNumbers()));
        Assert.True(Version(listed) > Version(waiting));
    }

    /// <summary>Whoever is being built has asked for the identity already, but has not been stored as waiting yet.</summary>
    [Fact]
    public async Task IdentityIsFreedWhileAnotherIsBeingBuilt_TheOtherIsBuiltAgain()
    {
        await using var app = await AppUnderTest.StartAsync(
            settings: new Dictionary<string, string?> { ["AzureWebJobs.BuildHealthRecords.Disabled"] = "true" },
            keepsPoison: true
        );
        await app.HasPhysicianAsync("P441402004-01", Some.Township);
        using var worker = await app.HealthWorkerAsync(Some.Township);
        var mistaken = WithHead(Some.IdNumber());
        var mistakenAt = await worker.EnrolsAsync(mistaken);
        await BuildAsync(app, mistakenAt);
        var rightAt = await worker.EnrolsAsync(WithHead((string)MembersOf(mistaken)[0]["idNumber"]!));
        var asking = await PartitionAsync(app, rightAt);
        await app.Get<RecordNumbering>()
            .AssignAsync(
                asking.Household,
                [.. asking.OfEachMember(Member.StoredAs)],
                asking.OfEachMember(HealthRecord.StoredAs).ToDictionary(record => record.Member),
                CancellationToken.None
            );
        MembersOf(mistaken)[0]["idNumber"] = Some.IdNumber();
        using var freed = await worker.CorrectsAsync(mistakenAt, mistaken, Version(await worker.GetFromJsonAsync<JsonElement>(mistakenAt)));
        await BuildAsync(app, mistakenAt);
        // What is built on the version that asked can no longer be stored.
        Assert.True((await PartitionAsync(app, rightAt)).Household.Version > asking.Household.Version);
        await BuildAsync(app, rightAt);
        Assert.Empty((await PartitionAsync(app, rightAt)).Household.Problems);
    }

    private static async Task<HouseholdPartition> PartitionAsync(AppUnderTest app, Uri location)
    {
        Assert.True(HouseholdId.TryParse(location.ToString().Split('/')[^1], out var id));
        return (await app.Get<HouseholdTable>().ReadAsync(id, CancellationToken.None))!;
    }

    private static async Task BuildAsync(AppUnderTest app, Uri location)
    {
        var household = (await PartitionAsync(app, location)).Household;
        await app.Get<BuildHealthRecordsHandler>()
            .HandleAsync(new(new EnrolmentReceived(household.Id.Value, household.Version), IsLast: false), CancellationToken.None);
    }
}
