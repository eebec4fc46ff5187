using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.Imports.Files;

/// <summary>The words of people's own lists, by what the lists are of: seeds/imports/headings.json.</summary>
public sealed class ImportWords
{
    private readonly ListWords _households;
    private readonly ListWords _roster;

    public ImportWords(SeedFolder seeds)
    {
        var file = seeds.Read<HeadingsFile>("imports", "headings");
        _households = new ListWords(ImportColumns.All, file.Households, file);
        _roster = new ListWords(ImportColumns.OfRoster, file.Roster, file);
    }

    public ListWords For(ImportPurpose purpose) => purpose is ImportPurpose.Roster ? _roster : _households;
}

internal sealed record HeadingsFile(
    HeadingsOfList Households,
    HeadingsOfList Roster,
    IReadOnlyList<string> Totals,
    IReadOnlyList<string> Signatures
);

internal sealed record HeadingsOfList(IReadOnlyDictionary<string, IReadOnlyList<string>> Columns, IReadOnlyList<string> NotUsed);
