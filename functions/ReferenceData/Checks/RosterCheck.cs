using System.Globalization;

namespace Alleviation.Functions.ReferenceData.Checks;

/// <summary>The roster of the demo: physicians of known disciplines in known regions.</summary>
internal static class RosterCheck
{
    private const string File = "roster/physicians.csv";

    /// <summary>How many digits the code of a level's region has; the Internet hospital is the province's.</summary>
    private static readonly Dictionary<string, int> Levels = new(StringComparer.Ordinal)
    {
        ["township"] = 9,
        ["county"] = 6,
        ["city"] = 4,
        ["internetHospital"] = 2,
    };

    public static IReadOnlyList<SeedFault> Of(SeedFolder seeds, SeedLibrary library)
    {
        var faults = new List<SeedFault>();
        var titles = library.CodesOf("codes/physicianTitle");
        var disciplines = library.CodesOf("codes/discipline");
        var regions = seeds.LinesOf(RegionCheck.File).Select(line => line.Split(',')[0]).ToHashSet(StringComparer.Ordinal);
        var lines = CsvLines.Of(
            seeds,
            File,
            ["id", "name", "disciplines", "level", "regionCode", "organisation", "panelSize", "phone", "title"],
            faults
        );
        foreach (var again in lines.GroupBy(line => line["id"], StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
        {
            faults.Add(again.Fault("id", $"{again["id"]} is there twice."));
        }
        foreach (var line in lines)
        {
            foreach (var unknown in line["disciplines"].Split(';').Where(code => !disciplines.Contains(code)))
            {
                faults.Add(line.Fault("disciplines", $"\"{unknown}\" is no discipline. {Suggestion.Of(unknown, disciplines)}"));
            }

            if (line["title"] is { Length: > 0 } title && !titles.Contains(title))
            {
                faults.Add(line.Fault("title", $"\"{title}\" is no title. {Suggestion.Of(title, titles)}"));
            }
            if (!Levels.TryGetValue(line["level"], out var length))
            {
                faults.Add(line.Fault("level", $"\"{line["level"]}\" is no level. {Suggestion.Of(line["level"], Levels.Keys)}"));
            }
            else if (line["regionCode"].Length != length)
            {
                faults.Add(line.Fault("regionCode", $"The region of the level {line["level"]} has {length} digits."));
            }
            if (!regions.Contains(line["regionCode"]))
            {
                faults.Add(line.Fault("regionCode", $"{line["regionCode"]} is no region of {RegionCheck.File}."));
            }
            if (!int.TryParse(line["panelSize"], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                faults.Add(line.Fault("panelSize", "This has to be a number of households, 0 or more."));
            }
            if (line["id"].Length == 0 || line["name"].Length == 0)
            {
                faults.Add(line.Fault("id", "An id and a name are needed."));
            }
        }

        return faults;
    }
}
