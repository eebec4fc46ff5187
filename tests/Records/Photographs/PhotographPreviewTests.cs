using System.Net;
using System.Text;
using Alleviation.Functions.Platform.Images;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Records.Photographs;
using Alleviation.Tests.Support;
using Azure.Data.Tables;

namespace Alleviation.Tests.Records.Photographs;

/// <summary>The small picture that lists show: it comes with the photograph, lies in its row and is as open as the photograph.</summary>
public sealed class PhotographPreviewTests() : WithScene<PhotographScene>(PhotographScene.StartAsync)
{
    private static readonly byte[] Small = SomePicture.OfSize(2_000);
    private readonly string _id = CareScene.NewId();

    [Fact]
    public async Task Preview_IsAnsweredInPlaceOfThePicture_AndWithoutWhatTheCameraWrote()
    {
        await Scene.AddsAsync(_id, SomePicture.OfSize(100_000), preview: SomePicture.OfCamera());

        using var answer = await Scene.Worker.GetAsync(Scene.PreviewOf(_id));
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.True(JpegFile.TryClean(SomePicture.OfCamera(), out var preview));
        Assert.Equal(preview, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(SomePicture.OfSize(100_000), await Scene.Worker.GetByteArrayAsync(Scene.AddressOf(_id)));
    }

    [Fact]
    public async Task WithoutAPreview_ThePictureIsAnswered()
    {
        var picture = SomePicture.OfSize(100_000);
        await Scene.AddsAsync(_id, picture);

        Assert.Equal(picture, await Scene.Worker.GetByteArrayAsync(Scene.PreviewOf(_id)));
    }

    [Fact]
    public async Task Largest_OfBoth_AreOneRow_EachSealedForItself()
    {
        var (picture, preview) = (SomePicture.OfSize(AddPhotographHandler.MaxPicture), SomePicture.OfSize(AddPhotographHandler.MaxPreview));

        var added = await Scene.AddsAsync(_id, picture, preview: preview);

        Assert.Equal(AddPhotographHandler.MaxPicture, added.GetProperty("size").GetInt32());
        Assert.Equal(preview, await Scene.Worker.GetByteArrayAsync(Scene.PreviewOf(_id)));
        Assert.Equal(picture, await Scene.Worker.GetByteArrayAsync(Scene.AddressOf(_id)));
        var row = await Scene.OnlyRowAsync();
        var stored = row.GetBinary("Preview");
        Assert.Equal(-1, stored.AsSpan().IndexOf(preview.AsSpan(0, 12)));
        // One cannot be put into the other's place.
        row["Sealed"] = stored;
        for (var number = 2; number <= 10; number++)
        {
            row.Remove($"Sealed{number}");
        }
        await Scene.Rows.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
        await Assert.ThrowsAsync<SealBrokenException>(() =>
            Scene.App.Get<PhotographTable>().FindAsync(Scene.KeyOf(_id), CancellationToken.None)
        );
    }

    [Fact]
    public async Task PreviewThatIsNone_OrTooLarge_OrLongerThanWhatWasSent_IsRefused_AndNothingIsKept()
    {
        await PhotographScene.RefusesAsync(Scene.SendAsync(_id, preview: Encoding.ASCII.GetBytes("<html>")), "not-a-photograph");
        await PhotographScene.RefusesAsync(Scene.SendAsync(_id, preview: SomePicture.Of()[..^40]), "not-a-photograph");
        await PhotographScene.RefusesAsync(Scene.SendAsync(_id, previewLength: "0"), "not-a-photograph");
        foreach (var length in new[] { "16385", "-1", "1.5", "small", "10000" })
        {
            var sending = Scene.SendAsync(_id, SomePicture.Of(), previewLength: length);
            Assert.Equal(HttpStatusCode.BadRequest, await Scene.StatusAsync(sending));
        }
        var large = SomePicture.OfSize(AddPhotographHandler.MaxPicture + 1);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Scene.StatusAsync(Scene.SendAsync(_id, large, preview: SomePicture.Of())));
        Assert.Empty(await Scene.RowKeysAsync());
        Assert.Empty(await Scene.ShownAsync());
    }

    [Fact]
    public async Task AnotherPreviewOfTheSamePicture_IsTheSamePhotograph()
    {
        await Scene.AddsAsync(_id, preview: Small);

        Assert.Equal(HttpStatusCode.OK, await Scene.StatusAsync(Scene.SendAsync(_id, preview: SomePicture.OfSize(3_000))));
        Assert.Equal(HttpStatusCode.OK, await Scene.StatusAsync(Scene.SendAsync(_id)));

        Assert.Equal(Small, await Scene.Worker.GetByteArrayAsync(Scene.PreviewOf(_id)));
    }

    [Fact]
    public async Task WhoMayNotSeeThePicture_SeesNoPreview_AndWhatIsTakenOutIsGone()
    {
        await Scene.AddsAsync(_id, preview: Small);
        using var village = await Scene.App.HealthWorkerAsync("441421001");
        using var official = await Scene.App.OfficialAsync(Some.City);
        Assert.Equal(HttpStatusCode.NotFound, await Scene.StatusAsync(village.GetAsync(Scene.PreviewOf(_id))));
        Assert.Equal(HttpStatusCode.Forbidden, await Scene.StatusAsync(official.GetAsync(Scene.PreviewOf(_id))));

        Assert.Equal(HttpStatusCode.OK, await Scene.StatusAsync(Scene.RemoveAsync(_id)));

        Assert.Equal(HttpStatusCode.NotFound, await Scene.StatusAsync(Scene.Worker.GetAsync(Scene.PreviewOf(_id))));
        await Eventually.SeesAsync(Scene.RowKeysAsync, keys => keys.Count == 0);
    }
}
