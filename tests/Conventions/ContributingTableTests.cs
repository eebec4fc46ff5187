using System.Text.RegularExpressions;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Conventions;

/// <summary>The files that CONTRIBUTING.md shows hold what it says.</summary>
public sealed partial class ContributingTableTests
{
    [Fact]
    public void TheTables_NameWhatIsInTheirFiles()
    {
        var rows = Row().Matches(File.ReadAllText(Repository.PathOf("CONTRIBUTING.md")));

        Assert.True(rows.Count >= 15);
        Assert.All(
            rows,
            row =>
            {
                var path = row.Groups["file"].Value;
                var text = File.ReadAllText(Repository.PathOf(path));
                var names = Name().Matches(row.Groups["names"].Value).Select(name => name.Groups[1].Value).ToList();
                Assert.NotEmpty(names);
                Assert.All(
                    names.Where(name => !text.Contains(name, StringComparison.Ordinal)),
                    name => Assert.Fail($"{path} has no {name}.")
                );
            }
        );
    }

    /// <summary>Of a table whose first column is a file and whose second says what to look for in it.</summary>
    [GeneratedRegex(@"^\| `(?<file>[\w./-]+)` \| (?<names>`[^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
