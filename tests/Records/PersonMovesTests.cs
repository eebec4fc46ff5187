using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static Alleviation.Tests.Records.MovedPerson;

namespace Alleviation.Tests.Records;

/// <summary>
/// A record belongs to a person: whoever claims a released citizen ID takes along everything, whatever breaks off in between.
/// </summary>
public sealed class PersonMovesTests
{
    private static readonly string[] KindsOfHers =
    [
        "0:entry",
        "0:planVersion",
        "0:testReport",
        "0:trend",
        "0:visit",
        "1:appointment",
        "1:card",
        "1:conference",
        "1:consultation",
        "1:education",
        "1:medication",
        "1:member",
        "1:plan",
        "1:record",
        "1:referral",
        "1:testReports",
        "1:visits",
    ];

    [Fact]
    public async Task WhoIsEnrolledElsewhere_BringsEverything_AndComesBackWithIt()
    {
        await using var scene = await MovingScene.StartAsync();
        await scene.HasHistoryAsync();
        var before = await scene.RowsAsync(scene.AtA, MovingScene.InA);
        Assert.Equal(KindsOfHers, before.Keys.Select(key => string.Join(':', key.Split(':')[..2])).Distinct());
        await scene.LeavesAAsync();
        await scene.EntersBAsync();
        await scene.Worker.ListedAsync(scene.AtB);
        AssertHas(before, await scene.RowsAsync(scene.AtB, MovingScene.InB));
        Assert.Equal(["1:member:99"], (await scene.RowsAsync(scene.AtA, MovingScene.InA)).Keys);
        await AssertCaredForInBAsync(scene);
        await AssertHasLeftAAsync(scene);
        // Her second visit out of control in a row calls for a referral, although the first was in A.
        var visit = FollowUps.SomeVisit.Body("hypertension", scene.App.Clock.GetUtcNow(), """{"systolic":168,"diastolic":102}""");
        Assert.Contains(
            "refer",
            (await scene.Worker.PutsAsync(scene.OfB($"visits/{CareScene.NewId()}"), visit)).GetRawText(),
            StringComparison.Ordinal
        );
        MovingScene.Members(scene.B)[MovingScene.InB - 1]["departure"] = new Dictionary<string, object?>
        {
            ["on"] = "2026-11-22",
            ["reason"] = "marriedOut",
        };
        await scene.CorrectsAsync(scene.AtB, scene.B);
        var rowsInB = await scene.RowsAsync(scene.AtB, MovingScene.InB);
        MovingScene.Members(scene.A)[MovingScene.InA - 1].Remove("departure");
        await scene.CorrectsAsync(scene.AtA, scene.A);
        AssertHas(rowsInB, await scene.RowsAsync(scene.AtA, MovingScene.InA));
        Assert.Equal(["1:member:99"], (await scene.RowsAsync(scene.AtB, MovingScene.InB)).Keys);
        var record = await scene.Worker.GetFromJsonAsync<JsonElement>($"/api/records/{scene.Number}");
        Assert.EndsWith(record.GetProperty("householdId").GetString()!, scene.AtA.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BreaksOffAfterTheArrival_EndsWhole()
    {
        var broken = new BreaksOff(times: 3);
        await using var scene = await MovingScene.StartAsync(services => services.AddSingleton<IPersonFollower>(broken));
        await scene.HasHistoryAsync();
        var before = await scene.RowsAsync(scene.AtA, MovingScene.InA);
        await scene.LeavesAAsync();
        await scene.EntersBAsync();
        await scene.Worker.ListedAsync(scene.AtB);
        Assert.Equal(0, broken.Left);
        AssertHas(before, await scene.RowsAsync(scene.AtB, MovingScene.InB));
        await AssertCaredForInBAsync(scene);
        await AssertHasLeftAAsync(scene);
    }

    [Fact]
    public async Task NeverSucceeds_IsAProblemThatAnOperatorSees_AndIsWholeOnceReplayed()
    {
        var broken = new BreaksOff(times: 1_000);
        await using var scene = await MovingScene.StartAsync(services => services.AddSingleton<IPersonFollower>(broken));
        await scene.LeavesAAsync();
        await scene.EntersBAsync();
        using var manager = await scene.App.OperatorAsync();
        await Eventually.SeesAsync(
            () => manager.GetFromJsonAsync<JsonElement>("/api/poison-messages"),
            page => page.GetProperty("items").EnumerateArray().Any(item => item.GetProperty("queue").GetString() == "enrolments")
        );
        // Nobody writes where she is not any more.
        using var refused = await scene.Worker.PutAsJsonAsync(
            scene.OfA($"education/{CareScene.NewId()}"),
            new
            {
                text = "hypertension",
                step = "given",
                at = scene.App.Clock.GetUtcNow(),
            }
        );
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        broken.Mend();
        await manager.PostAsync("/api/poison-messages/replay", null);
        await scene.Worker.ListedAsync(scene.AtB);
        await AssertHasLeftAAsync(scene);
    }

    /// <summary>What the next household says is held against what she takes, and what she brings against it.</summary>
    [Fact]
    public async Task WhatSheTakes_IsHeldAgainstWhatIsKnownWhereSheArrives()
    {
        await using var scene = await MovingScene.StartAsync();
        await scene.HasHistoryAsync();
        MovingScene.Members(scene.B)[MovingScene.InB - 1]["basicInformation"] = new { drugAllergyOther = "氨氯地平" };
        await scene.LeavesAAsync();
        await scene.EntersBAsync();
        await scene.Worker.ListedAsync(scene.AtB);
        var review = Assert.Single((await scene.HouseholdAsync(scene.AtB)).Tasks, task => task.Kind == "medicationReview");
        Assert.Equal((MovingScene.InB, MovingScene.Responsible, true), (review.Member, review.For, review.Urgent));
        Assert.DoesNotContain((await scene.HouseholdAsync(scene.AtA)).Tasks, task => task.Kind == "medicationReview");
    }

    private sealed class BreaksOff(int times) : IPersonFollower
    {
        private int _left = times;
        public int Left => Math.Max(0, _left);

        public void Mend() => Interlocked.Exchange(ref _left, 0);

        public Task FollowAsync(HouseholdPartition left, PersonPlace from, PersonPlace to, CancellationToken cancellationToken) =>
            Interlocked.Decrement(ref _left) >= 0 ? throw new InvalidOperationException("Broken off.") : Task.CompletedTask;
    }
}
