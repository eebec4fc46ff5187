using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Records.Photographs;

namespace Alleviation.Tests.Records.Photographs;

public sealed class MemberPhotographsTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 29, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Limits_CountThoseThatCanBeSeen_AndAllThatAreNoted()
    {
        Assert.False(Of(MemberPhotographs.MaxOfMember - 1).IsFull);
        Assert.True(Of(MemberPhotographs.MaxOfMember).IsFull);
        Assert.False(Removed(Of(MemberPhotographs.MaxOfMember)).IsFull);
        Assert.False(Removed(Of(MemberPhotographs.MaxNoted - 1)).IsFull);
        Assert.True(Removed(Of(MemberPhotographs.MaxNoted)).IsFull);
        Assert.False(Of(MemberPhotographs.MaxOfEntry - 1).IsEntryFull("place"));
        Assert.True(Of(MemberPhotographs.MaxOfEntry).IsEntryFull("place"));
        Assert.False(Of(MemberPhotographs.MaxOfEntry).IsEntryFull("another"));
        Assert.False(Removed(Of(MemberPhotographs.MaxOfEntry)).IsEntryFull("place"));
    }

    [Fact]
    public void Signature_IsGivenToTheLastStepAlone()
    {
        var signature = new Signature("李医师", Role.Physician);
        var added = (MemberPhotographs)Of(1).SignedWith(signature);
        Assert.Equal(signature, added.Items[0].Signature);
        Assert.NotNull(added.Signature);

        var removed = Removed(added);
        Assert.Null(removed.Signature);
        Assert.Equal("remover", removed.By);
        var signed = (MemberPhotographs)removed.SignedWith(new Signature("王护士", Role.HealthWorker));
        Assert.Equal(signature, signed.Items[0].Signature);
        Assert.Equal("王护士", signed.Items[0].Removal!.Signature!.Name);
    }

    /// <summary>Two records of one person may become one: what is stored then is more than one column holds.</summary>
    [Fact]
    public void TwoFullRecordsInOne_AreStoredAndRead()
    {
        var sealer = new FieldSealer(KeyRing.Create());
        Assert.True(HouseholdId.TryParse($"00-{new string('0', 30)}", out var household));
        var all = Of(2 * MemberPhotographs.MaxNoted);

        var row = SealedRow.Write(household, (PutDocument)MemberPhotographs.StoredAs.Of(1).Put(all), sealer);

        Assert.All(row.Select(column => column.Value).OfType<byte[]>(), bytes => Assert.InRange(bytes.Length, 1, 65_536));
        Assert.InRange(row.Select(column => column.Value).OfType<byte[]>().Sum(bytes => bytes.Length), 65_537, 900_000);
        Assert.Equal(all.Items, SealedRow.Read(row, sealer).Read(MemberPhotographs.StoredAs).Items);
    }

    private static MemberPhotographs Of(int count) =>
        new(
            1,
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(number => new Photograph(
                        $"{number:D32}",
                        "place",
                        At,
                        "author",
                        614_400,
                        new string('字', 60),
                        new string('f', 32)
                    )),
            ]
        );

    private static MemberPhotographs Removed(MemberPhotographs photographs) =>
        photographs with
        {
            Items = [.. photographs.Items.Select(item => item.Removed(new PhotographRemoval(At, "remover", "拍错了人")))],
        };
}
