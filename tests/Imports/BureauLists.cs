using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Imports;

/// <summary>Lists as bureaus send them (tests/Imports/Lists; people and numbers in them are made up), none of them edited.</summary>
internal static class BureauLists
{
    public static readonly Caller Worker = ImportsApp.Worker with { Regions = ["441403"] };

    public static byte[] List(string file) => File.ReadAllBytes(Repository.PathOf("tests", "Imports", "Lists", file));

    /// <summary>What the headings say, and what a person adds to it.</summary>
    public static object Confirmation(JsonElement sheet, Dictionary<string, string> uses, Dictionary<string, string> values) =>
        new
        {
            sheets = new[]
            {
                new
                {
                    place = sheet.GetProperty("place").GetInt32(),
                    columns = sheet
                        .GetProperty("columns")
                        .EnumerateArray()
                        .Select(column =>
                            (
                                Place: column.GetProperty("place").GetInt32(),
                                Use: column.TryGetProperty("use", out var use)
                                    ? use.GetString()
                                    : uses.GetValueOrDefault(column.GetProperty("heading").GetString()!)
                            )
                        )
                        .Where(column => column.Use is not null)
                        .Select(column => new { place = column.Place, use = column.Use })
                        .ToArray(),
                },
            },
            values,
        };
}
