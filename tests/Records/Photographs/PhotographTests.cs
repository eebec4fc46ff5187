using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Alleviation.Functions.Platform.Images;
using Alleviation.Functions.Records.Photographs;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Records.Photographs;

/// <summary>Photographs of an entry: added once, seen by whoever may read the record, and taken out with a reason.</summary>
public sealed class PhotographTests() : WithScene<PhotographScene>(PhotographScene.StartAsync)
{
    private readonly string _id = CareScene.NewId();

    [Fact]
    public async Task Photograph_IsSeenAtItsEntry_WithWhoAddedIt_AndWithoutWhatTheCameraWrote()
    {
        var added = await Scene.AddsAsync(_id, SomePicture.OfCamera());

        var shown = Assert.Single(await Scene.ShownAsync());
        Assert.Equal(_id, shown.GetProperty("id").GetString());
        Assert.Equal("左足溃疡", shown.GetProperty("caption").GetString());
        Assert.Equal("healthWorker", shown.GetProperty("signature").GetProperty("role").GetString());
        using var answer = await Scene.Worker.GetAsync(Scene.AddressOf(_id));
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        var picture = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(JpegFile.TryClean(SomePicture.OfCamera(), out var clean));
        Assert.Equal(clean, picture);
        Assert.Equal(picture.Length, added.GetProperty("size").GetInt32());
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(picture), StringComparison.Ordinal);
        using var auditor = await Scene.App.AuditorAsync();
        var audit = await auditor.GetFromJsonAsync<JsonElement>($"/api/audit?subject={Scene.Care.Household}");
        var actions = audit.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("action").GetString()).ToList();
        Assert.Contains("photograph.add", actions);
        Assert.Contains("photograph.read", actions);
    }

    [Theory]
    [InlineData("application/octet-stream", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("image/png", HttpStatusCode.UnsupportedMediaType)]
    public async Task AnotherType_IsRefused(string type, HttpStatusCode status)
    {
        Assert.Equal(status, await Scene.StatusAsync(Scene.SendAsync(_id, type: type)));
        Assert.Empty(await Scene.RowKeysAsync());
    }

    [Fact]
    public async Task WhatIsTooLarge_OrCutOff_OrOfNoEntry_IsRefused_AndNothingIsKept()
    {
        var large = SomePicture.OfSize(AddPhotographHandler.MaxPicture + 1);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Scene.StatusAsync(Scene.SendAsync(_id, large)));
        await PhotographScene.RefusesAsync(Scene.SendAsync(_id, SomePicture.Of()[..^40]), "not-a-photograph");
        await PhotographScene.RefusesAsync(Scene.SendAsync(_id, Encoding.ASCII.GetBytes("<html>")), "not-a-photograph");
        await PhotographScene.RefusesAsync(Scene.SendAsync(_id, entryId: "none"), "entry-unknown");
        await PhotographScene.RefusesAsync(Scene.SendAsync(_id, entryId: "a/b"), "entry-unknown");
        await PhotographScene.RefusesAsync(Scene.SendAsync(_id, caption: new string('字', 61)), "too-long");
        Assert.Empty(await Scene.RowKeysAsync());
        Assert.Empty(await Scene.ShownAsync());
    }

    [Fact]
    public async Task WhoMayNotReadTheRecord_SeesNoPhotograph_AndWhoDoesNotCare_AddsAndRemovesNone()
    {
        await Scene.AddsAsync(_id);
        using var village = await Scene.App.HealthWorkerAsync("441421001");
        using var stranger = await Scene.App.PhysicianAsync(CareScene.Internet);
        using var official = await Scene.App.OfficialAsync(Some.City);
        using var auditor = await Scene.App.AuditorAsync();
        using var nobody = new HttpClient { BaseAddress = Scene.App.Address };
        foreach (
            var (client, read, write) in new[]
            {
                (village, HttpStatusCode.NotFound, HttpStatusCode.NotFound),
                (stranger, HttpStatusCode.NotFound, HttpStatusCode.NotFound),
                (official, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
                (auditor, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
                (nobody, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized),
            }
        )
        {
            Assert.Equal(read, await Scene.StatusAsync(client.GetAsync(Scene.AddressOf(_id))));
            Assert.Equal(write, await Scene.StatusAsync(Scene.SendAsync(CareScene.NewId(), by: client)));
            Assert.Equal(write, await Scene.StatusAsync(Scene.RemoveAsync(_id, client)));
        }

        using var withReason = new HttpRequestMessage(HttpMethod.Get, Scene.AddressOf(_id));
        withReason.Headers.Add("X-Access-Reason", "review");
        Assert.Equal(HttpStatusCode.OK, await Scene.StatusAsync(official.SendAsync(withReason)));
        Assert.Equal(HttpStatusCode.OK, await Scene.StatusAsync(Scene.Physician.GetAsync(Scene.AddressOf(_id))));
        Assert.Single(await Scene.RowKeysAsync());
    }

    [Fact]
    public async Task SentAgain_IsTheSame_AndSomethingElseUnderTheId_IsAConflict()
    {
        await Scene.AddsAsync(_id);
        var version = (await Scene.Care.ReadAsync()).Version;

        Assert.Equal(HttpStatusCode.OK, await Scene.StatusAsync(Scene.SendAsync(_id)));
        Assert.Equal(HttpStatusCode.Conflict, await Scene.StatusAsync(Scene.SendAsync(_id, SomePicture.Of(2))));
        Assert.Equal(HttpStatusCode.Conflict, await Scene.StatusAsync(Scene.SendAsync(_id, caption: "右足")));

        Assert.Equal(version, (await Scene.Care.ReadAsync()).Version);
        Assert.Single(await Scene.ShownAsync());
    }

    [Fact]
    public async Task SeveralAtOnce_AllStand_AndTheSameTwiceAtOnce_StandsOnce()
    {
        var ids = Enumerable.Range(1, 4).Select(_ => CareScene.NewId()).ToList();
        var statuses = await Task.WhenAll(
            ids.Concat([ids[0]]).Select((id, index) => Scene.StatusAsync(Scene.SendAsync(id, SomePicture.Of(ids.IndexOf(id)))))
        );

        Assert.All(statuses, status => Assert.Contains(status, new[] { HttpStatusCode.Created, HttpStatusCode.OK }));
        Assert.Equal(
            ids.Order(StringComparer.Ordinal),
            (await Scene.ShownAsync()).Select(shown => shown.GetProperty("id").GetString()!).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task EntryThatIsFull_SaysSo_UntilOneIsTakenOut()
    {
        var ids = Enumerable.Range(1, MemberPhotographs.MaxOfEntry).Select(_ => CareScene.NewId()).ToList();
        foreach (var id in ids)
        {
            await Scene.AddsAsync(id);
        }

        using var refused = await Scene.SendAsync(_id);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("photographs-of-entry-full", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await Scene.StatusAsync(Scene.RemoveAsync(ids[0])));
        await Scene.AddsAsync(_id);
    }
}
