using Alleviation.Functions.Platform.Images;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Records.Photographs;
using Alleviation.Tests.Support;
using Azure.Data.Tables;

namespace Alleviation.Tests.Records.Photographs;

/// <summary>How a photograph lies in its row: sealed, for its place alone, under a key that may be replaced.</summary>
public sealed class PhotographSealTests() : WithScene<PhotographScene>(PhotographScene.StartAsync)
{
    private readonly string _id = CareScene.NewId();

    [Fact]
    public async Task LargestPhotograph_IsOneRow_SealedInColumns()
    {
        var picture = SomePicture.OfSize(AddPhotographHandler.MaxPicture);
        await Scene.AddsAsync(_id, picture);

        Assert.Equal(picture, await Scene.Worker.GetByteArrayAsync(Scene.AddressOf(_id)));
        var row = await Scene.OnlyRowAsync();
        var columns = row.Select(column => column.Value).OfType<byte[]>().ToList();
        Assert.Equal(10, columns.Count);
        Assert.All(
            columns,
            bytes =>
            {
                Assert.InRange(bytes.Length, 1, 65_536);
                // A whole row of the picture's bytes: three of them stand in so much that is sealed by chance, too.
                Assert.Equal(-1, bytes.AsSpan().IndexOf(picture.AsSpan(0, 12)));
                Assert.Equal(-1, bytes.AsSpan().IndexOf(picture.AsSpan(picture.Length / 2, 12)));
            }
        );
    }

    [Fact]
    public async Task KeyThatWasReplaced_StillOpensIt_AndTheNewOneSealsTheNext()
    {
        await Scene.AddsAsync(_id);
        var rotated = new PhotographTable(Scene.App.Get<TableServiceClient>(), new FieldSealer(Scene.App.Get<KeyRing>().Rotate()));

        var before = await rotated.FindAsync(Scene.KeyOf(_id), CancellationToken.None);
        var next = Scene.KeyOf(CareScene.NewId());
        Assert.True(await rotated.TryPutAsync(next, new PhotographFile(before!, Preview: null), "f", CancellationToken.None));

        Assert.True(JpegFile.TryClean(SomePicture.Of(), out var clean));
        Assert.Equal(clean, before);
        Assert.Equal(clean, await rotated.FindAsync(next, CancellationToken.None));
    }

    [Fact]
    public async Task PictureInAnotherPlace_DoesNotOpen()
    {
        await Scene.AddsAsync(_id);
        var row = (await Scene.Rows.GetEntityAsync<TableEntity>(Scene.Care.Household.Value, $"01:{_id}")).Value;
        var other = CareScene.NewId();
        row.RowKey = $"01:{other}";
        await Scene.Rows.AddEntityAsync(row);

        await Assert.ThrowsAsync<SealBrokenException>(() =>
            Scene.App.Get<PhotographTable>().FindAsync(Scene.KeyOf(other), CancellationToken.None)
        );
    }
}
