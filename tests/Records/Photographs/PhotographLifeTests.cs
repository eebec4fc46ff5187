using System.Net;
using Alleviation.Functions.Records.Photographs;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Records.Photographs;

/// <summary>What becomes of a photograph: completed or taken away after a crash, taken out by whoever may.</summary>
public sealed class PhotographLifeTests() : WithScene<PhotographScene>(PhotographScene.StartAsync)
{
    private readonly string _id = CareScene.NewId();

    [Fact]
    public async Task DiedBeforeTheCommit_IsCompletedByWhatIsSentAgain()
    {
        await Scene.AddsAsync(_id);
        await Scene.ForgetsCommitAsync(_id);
        Assert.Empty(await Scene.ShownAsync());
        Assert.Equal(HttpStatusCode.NotFound, await Scene.StatusAsync(Scene.Worker.GetAsync(Scene.AddressOf(_id))));
        Assert.Equal(HttpStatusCode.Conflict, await Scene.StatusAsync(Scene.SendAsync(_id, SomePicture.Of(2))));

        await Scene.AddsAsync(_id);

        Assert.Single(await Scene.ShownAsync());
        await Eventually.SeesAsync(Scene.RowKeysAsync, keys => keys.Count == 1);
    }

    [Fact]
    public async Task DiedBeforeTheCommit_IsTakenAwayADayLater_AndWhatIsShownStays()
    {
        await Scene.AddsAsync(_id);
        await Eventually.SeesAsync(Scene.RowKeysAsync, keys => keys.Count == 1);
        await Scene.ForgetsCommitAsync(_id);
        var before = (await Scene.RowKeysAsync()).Count;
        var kept = CareScene.NewId();
        await Scene.AddsAsync(kept);
        await Eventually.SeesAsync(Scene.RowKeysAsync, keys => keys.Count == before + 1);
        await Scene.App.Get<PhotographTable>().PutPendingAsync(Scene.KeyOf(kept), Scene.App.Clock.GetUtcNow(), CancellationToken.None);

        await Scene.App.FireAsync("ImportCleanUp");
        Assert.Contains($"01:{_id}", await Scene.RowKeysAsync());
        Scene.Care.Clock.Advance(TimeSpan.FromHours(25));
        await Scene.App.FireAsync("ImportCleanUp");

        Assert.Equal([$"01:{kept}"], await Scene.RowKeysAsync());
    }

    [Fact]
    public async Task Author_TakesItOut_ThePictureGoes_AndTheRecordSaysWhy()
    {
        await Scene.AddsAsync(_id);

        await PhotographScene.RefusesAsync(Scene.RemoveAsync(_id, reason: " "), "required");
        Assert.Equal(HttpStatusCode.OK, await Scene.StatusAsync(Scene.RemoveAsync(_id)));
        Assert.Equal(HttpStatusCode.OK, await Scene.StatusAsync(Scene.RemoveAsync(_id)));

        var shown = Assert.Single(await Scene.ShownAsync());
        Assert.Equal("拍错了人", shown.GetProperty("removal").GetProperty("reason").GetString());
        Assert.Equal("healthWorker", shown.GetProperty("removal").GetProperty("signature").GetProperty("role").GetString());
        Assert.False(shown.TryGetProperty("caption", out _));
        Assert.Equal(HttpStatusCode.NotFound, await Scene.StatusAsync(Scene.Worker.GetAsync(Scene.AddressOf(_id))));
        await Eventually.SeesAsync(Scene.RowKeysAsync, keys => keys.Count == 0);
        // A phone that sends it once more does not bring it back.
        Assert.Equal(HttpStatusCode.OK, await Scene.StatusAsync(Scene.SendAsync(_id)));
        Assert.Empty(await Scene.RowKeysAsync());
    }

    [Fact]
    public async Task ResponsiblePhysician_TakesOutWhatAnotherAdded_AndNobodyElseDoes()
    {
        await Scene.AddsAsync(_id);
        using var colleague = await Scene.App.HealthWorkerAsync(Some.Township);

        using var refused = await Scene.RemoveAsync(_id, colleague);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("not-author-of-photograph", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await Scene.StatusAsync(Scene.RemoveAsync(_id, Scene.Physician)));
    }
}
