using Alleviation.Functions.Access;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Households;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Tests.Imports.Households;

/// <summary>Lines of a list, and what is read of them.</summary>
internal static class SomeLines
{
    private static readonly Labels Labels = new(new SeedFolder(), new CodeLists(new SeedFolder()));

    private static readonly RegionNames Regions = new(new Regions(new SeedFolder()));

    public static HouseholdLines Read(IEnumerable<ImportLine> lines, Caller? caller = null) =>
        new(lines, Labels, Regions, caller ?? ImportsApp.Worker);

    public static ImportLine LineOf(int number, params (string Column, string Text)[] cells) =>
        new(
            number,
            cells
                .DistinctBy(cell => cell.Column)
                .ToDictionary(cell => cell.Column, cell => cells.Last(other => other.Column == cell.Column).Text)
        );
}
