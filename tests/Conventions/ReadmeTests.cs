using System.Reflection;
using System.Text.RegularExpressions;
using Alleviation.Functions.Access;
using Alleviation.Functions.Coverage;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Forms;
using Alleviation.Tests.Support;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Tests.Conventions;

public sealed partial class ReadmeTests
{
    private static IEnumerable<string> GuideNames => ["README.md", "CONTRIBUTING.md", .. In("docs")];

    public static TheoryData<string> Guides => [.. GuideNames];

    public static TheoryData<string> Documents => [.. GuideNames, .. In("docs/adr")];

    /// <summary>
    /// Files and folders in backticks. A file without a folder is in that of the file named before it in the line. What an example says is
    /// to be made ("New file …") is not there yet. Decisions are left out: they name what was there in their time.
    /// </summary>
    [Theory]
    [MemberData(nameof(Guides))]
    public void EveryFileNamed_IsThere(string document)
    {
        foreach (var line in Read(document).Split('\n').Where(line => !line.StartsWith("New file ", StringComparison.Ordinal)))
        {
            var folder = "";
            // What a run leaves there is not there before it.
            foreach (
                var path in FileName()
                    .Matches(line)
                    .Select(match => match.Groups[1].Value)
                    .Where(path => !path.StartsWith("TestResults/", StringComparison.Ordinal))
            )
            {
                folder = path.Contains('/', StringComparison.Ordinal) ? Path.GetDirectoryName(path)! : folder;
                Assert.True(IsThere(folder, Path.GetFileName(path)), $"{document} names {path}, which is not there: {line}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void EveryLink_LeadsSomewhere(string document)
    {
        var folder = Path.GetDirectoryName(document)!;
        foreach (var link in Link().Matches(Read(document)).Select(match => match.Groups[1].Value))
        {
            if (link.StartsWith("http", StringComparison.Ordinal))
            {
                continue;
            }
            var (path, heading) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
            var file = path.Length == 0 ? Repository.PathOf(document) : Repository.PathOf(folder, path);
            Assert.True(Path.Exists(file), $"{document} links to {link}, which is not there.");
            if (heading is null)
            {
                continue;
            }
            var anchors = File.ReadLines(file).Where(line => line.StartsWith('#')).Select(AnchorOf);
            Assert.True(anchors.Contains(heading, StringComparer.Ordinal), $"{document} links to {link}: no such heading.");
        }
    }

    [Fact]
    public void EveryQueueAndTable_IsInTheArchitecture()
    {
        var types = typeof(AccessOptions).Assembly.GetTypes();
        var queues = types
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<QueueTriggerAttribute>()?.QueueName)
            .OfType<string>()
            .Where(queue => !queue.EndsWith("-poison", StringComparison.Ordinal))
            .ToList();
        var tables = types
            .Where(type => type.Name.EndsWith("Table", StringComparison.Ordinal))
            .Select(type => type.GetField("Name", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue())
            .OfType<string>()
            .ToList();
        var architecture = Read("docs/architecture.md");
        Assert.True(queues.Count >= 9 && tables.Count >= 14);
        Assert.All(
            queues.Concat(tables.Select(table => $"`{table}`")),
            name => Assert.Contains(name, architecture, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void TheFormulas_AreThoseOfTheMeasures()
    {
        var section = Read("docs/domain.md").Split("\n## ").Single(part => part.StartsWith("7. ", StringComparison.Ordinal));
        Assert.Equal(
            Measure
                .Of(CoverageCounts.None, new FollowUpForms(new SeedFolder()))
                .Select(measure => measure.Code)
                .Order(StringComparer.Ordinal),
            MeasureRow().Matches(section).Select(row => row.Groups[1].Value).Order(StringComparer.Ordinal)
        );
    }

    private static IEnumerable<string> In(string folder) =>
        Directory
            .EnumerateFiles(Repository.PathOf(folder), "*.md")
            .Select(file => $"{folder}/{Path.GetFileName(file)}")
            .Order(StringComparer.Ordinal);

    private static string Read(string document) => File.ReadAllText(Repository.PathOf(document));

    private static bool IsThere(string folder, string name) =>
        Directory.Exists(Repository.PathOf(folder))
        && (name.Length == 0 || Directory.EnumerateFiles(Repository.PathOf(folder), name).Any());

    // As GitHub makes it of a heading: small letters, blanks as hyphens, without punctuation.
    private static string AnchorOf(string heading) =>
        NotInAnchor().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    /// <summary>
    /// A file, with a star for several, or a folder with a slash at its end. What a run makes (.local) is not in the repository.
    /// </summary>
    [GeneratedRegex(@"`(?!\.local/)([\w.*-]+/(?:[\w.*-]+/)*|(?:[\w.*-]+/)*[\w.*-]+\.(?:cs|ts|vue|json|yaml|md|sh|csv|geojson|bicep))`")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^\| [^|`]+ \| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex MeasureRow();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchor();
}
