namespace Alleviation.Functions.ReferenceData;

/// <summary>Which files there may be: one that nothing reads is a mistake of whoever put it there.</summary>
internal static class SeedNames
{
    private static readonly string[] Lists = ["regions/meizhou-regions.csv", "roster/physicians.csv"];
    private static readonly string KnownLists = string.Join(" and ", Lists);
    private static readonly string[] Documents = [".json", ".geojson"];

    public static bool IsDocument(string name) => Documents.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));

    public static IEnumerable<SeedFault> Check(IEnumerable<string> names) =>
        names
            .Where(name => !IsDocument(name) && !IsIgnored(name) && !Lists.Contains(name))
            .Select(name => new SeedFault(
                name,
                "",
                null,
                $"Nothing reads this file. Seeds end in .json or .geojson, notes in .md; lists are {KnownLists}."
            ));

    // Notes for people, and what file managers leave behind (.DS_Store).
    private static bool IsIgnored(string name) => name.EndsWith(".md", StringComparison.Ordinal) || Path.GetFileName(name).StartsWith('.');
}
