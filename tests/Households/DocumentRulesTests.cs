using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Cases;

namespace Alleviation.Tests.Households;

/// <summary>Where the documents of a household stand, and how they are found.</summary>
public sealed class DocumentRulesTests
{
    private static readonly DocumentKind<Note> Notes = new("note");
    private static readonly CaseKind<Errand> Errands = new("errand");

    [Fact]
    public void Key_SaysWhetherItIsOfNow_OfWhat_AndOfWhom()
    {
        Assert.Equal(["1:note:00", "1:note:07:a", "0:note:30:a"], [Notes.Of(0).Value, Notes.Of(7, "a").Value, Notes.PastOf(30, "a").Value]);
        Assert.Equal([false, true], [DocumentKeys.IsOfPast("1:note:07"), DocumentKeys.IsOfPast("0:note:07:a")]);
        Assert.Equal((7, 7), (DocumentKeys.MemberOf("1:note:07"), DocumentKeys.MemberOf("0:note:07:a:01")));
        Assert.Equal((null, null), (DocumentKeys.MemberOf("1:note:00"), DocumentKeys.MemberOf("1:household")));
        Assert.Equal(("note", "note"), (DocumentKeys.KindOf("1:note:07"), DocumentKeys.KindOf("0:note:07:a")));
        Assert.Equal(
            ("1:note:12", "0:note:03:a:07"),
            (DocumentKeys.ForMember("1:note:07", 12), DocumentKeys.ForMember("0:note:07:a:07", 3))
        );
        Assert.Equal(("note", "errand", "errand"), (Notes.Name, Errands.Name, Errands.Documents.Name));
    }

    [Theory]
    [InlineData("1:note:07:", true)]
    [InlineData("1:note:07:a", true)]
    [InlineData("1:note:07:zz:zz", true)]
    [InlineData("1:note:07", false)]
    [InlineData("1:note:07;", false)]
    [InlineData("1:note:08:a", false)]
    [InlineData("1:note:06:a", false)]
    [InlineData("0:note:07:a", false)]
    public void Range_HoldsThoseOfOneMember(string key, bool isInside) => Assert.Equal(isInside, Notes.AllOf(7).Contains(key));

    [Fact]
    public void RangeOfThePast_MayBeginLater()
    {
        Assert.True(Notes.AllPastOf(7).Contains("0:note:07:a:1"));
        Assert.True(Notes.AllPastOf(7, "a:").Contains("0:note:07:a:1"));
        Assert.False(Notes.AllPastOf(7, "a:").Contains("0:note:07:b:1"));
    }

    [Fact]
    public void Partition_FindsWhatItHolds()
    {
        var partition = SomeHousehold.With(
            SomeHousehold.Of(),
            Notes.Of(1).Put(new Note("one")),
            Notes.Of(1, "a").Put(new Note("a")),
            Notes.Of(1, "b").Put(new Note("b")),
            Notes.Of(2).Put(new Note("two")),
            new DocumentKind<Note>("item").Of(2).Put(new Note("no note"))
        );

        Assert.Equal("one", partition.Find(Notes.Of(1))?.Text);
        Assert.Null(partition.Find(Notes.Of(3)));
        Assert.Equal("a", partition.First(Notes.AllOf(1))?.Text);
        Assert.Null(partition.First(Notes.AllOf(2)));
        Assert.Equal(["a", "b"], partition.List(Notes.AllOf(1)).Select(note => note.Text));
        Assert.Equal((2, 0), (partition.Count(Notes.AllOf(1)), partition.Count(Notes.AllOf(2))));
        Assert.Equal(["one", "two"], partition.OfEachMember(Notes).Select(note => note.Text));
    }

    [Fact]
    public void Change_PutsReplacesAndRemoves()
    {
        var before = SomeHousehold.With(SomeHousehold.Of(), Notes.Of(1).Put(new Note("one")), Notes.Of(2).Put(new Note("two")));

        var after = before.With([Notes.Of(1).Put(new Note("other")), Notes.Of(2).Remove(), Notes.Of(3).Put(new Note("three"))]);

        Assert.Equal(["other", "three"], after.OfEachMember(Notes).Select(note => note.Text));
        Assert.Equal(["one", "two"], before.OfEachMember(Notes).Select(note => note.Text));
    }

    [Fact]
    public void Document_IsReadFromWhatWasStored() =>
        Assert.Equal(
            "one",
            new StoredDocument(Notes.Of(1).Value, () => ((PutDocument)Notes.Of(1).Put(new Note("one"))).Write()).Read(Notes).Text
        );

    [Theory]
    [InlineData(null, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void Household_IsShownOnceTheViewsHaveItsVersion(int? version, bool isShown)
    {
        var views = version is { } known
            ? new StoredProjectionState(
                new ProjectionState(known, new Dictionary<string, ProjectedList>(), new ProjectedList("", 1, "", [])),
                ""
            )
            : null;

        Assert.Equal(isShown, (SomeHousehold.With(SomeHousehold.Of()) with { Shown = views }).IsShown);
    }

    [Fact]
    public void CaseThatIsOver_GoesToThePast()
    {
        var open = new Errand(1, "a", false);
        var partition = SomeHousehold.With(
            SomeHousehold.Of(),
            Errands.Begin(open),
            Errands.Begin(open with { Id = "b" }),
            Errands.Begin(open with { Member = 2 })
        );
        var ended = open with { IsOver = true };

        Assert.Equal(["a", "b"], Errands.OpenOf(partition, 1).Select(errand => errand.Id));
        Assert.Equal((2, 0), (Errands.CountOpen(partition, 1), Errands.CountOpen(partition, 3)));
        Assert.Equal(["1:errand:01:a"], Errands.Next(open).Select(change => change.Key));
        var changes = Errands.Next(ended);
        Assert.Equal(ended, changes.Put(Errands.Documents.PastOf(1, "a")));
        Assert.Equal("1:errand:01:a", Assert.Single(changes.OfType<RemoveDocument>()).Key);
    }

    private sealed record Note(string Text);

    private sealed record Errand(int Member, string Id, bool IsOver) : ICase;
}
