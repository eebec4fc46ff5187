namespace Alleviation.Functions.ReferenceData.Checks;

/// <summary>The lines of a plain list: values parted by commas, none with a comma in it.</summary>
internal sealed record CsvLine(string File, int Number, IReadOnlyList<string> Columns, IReadOnlyList<string> Values)
{
    public string this[string column] => Values[Columns.TakeWhile(name => name != column).Count()];

    public SeedFault Fault(string column, string message) => new(File, column, Number, message);
}

internal static class CsvLines
{
    /// <summary>Lines with the right number of values; for the others and for a wrong heading a fault is added.</summary>
    public static IReadOnlyList<CsvLine> Of(SeedFolder seeds, string file, IReadOnlyList<string> columns, List<SeedFault> faults)
    {
        var lines = new List<CsvLine>();
        var (number, isUtf8) = (0, true);
        foreach (var text in seeds.LinesOf(file))
        {
            number++;
            var values = text.Split(',');
            if (number == 1 && !values.SequenceEqual(columns))
            {
                faults.Add(new SeedFault(file, "", 1, $"The heading has to be {string.Join(',', columns)}"));
            }
            if (number == 1 || text.Length == 0)
            {
                continue;
            }
            if (isUtf8 && text.Contains('\uFFFD', StringComparison.Ordinal))
            {
                isUtf8 = false;
                faults.Add(new SeedFault(file, "", number, "The file is saved in another encoding than UTF-8."));
            }
            if (values.Length != columns.Count)
            {
                faults.Add(
                    new SeedFault(
                        file,
                        "",
                        number,
                        $"The line has {values.Length} values; it needs {columns.Count}: {string.Join(',', columns)}"
                    )
                );
            }
            else
            {
                lines.Add(new CsvLine(file, number, columns, values));
            }
        }

        if (number < 2)
        {
            var heading = string.Join(',', columns);
            faults.Add(new SeedFault(file, "", null, $"The file is empty: it needs the heading {heading} and a line below it."));
        }

        return lines;
    }
}
