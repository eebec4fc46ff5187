using Alleviation.Tests.Support;

namespace Alleviation.Tests.Infrastructure;

/// <summary>What stands in <c>infra/azure</c>.</summary>
internal static class Source
{
    public static readonly string Folder = Repository.PathOf("infra", "azure");

    public static readonly string Readme = File.ReadAllText(Path.Combine(Folder, "README.md"));

    /// <summary>What every deployment has to be given.</summary>
    public static readonly IReadOnlyDictionary<string, string> Given = new Dictionary<string, string>
    {
        ["ALLEVIATION_ALERTS"] = "operators@example.org",
    };

    /// <summary>All that a deployment can be given. None of it is real.</summary>
    public static readonly IReadOnlyDictionary<string, string> AllGiven = new Dictionary<string, string>(Given)
    {
        ["ALLEVIATION_KEY_RING"] = "{}",
        ["ALLEVIATION_GATEWAY"] = "https://gateway.example.org/messages",
        ["ALLEVIATION_GATEWAY_SECRET"] = "a-secret-for-the-tests-of-32-characters",
        ["ALLEVIATION_FIRST_OPERATOR"] = "first",
        ["ALLEVIATION_FIRST_OPERATOR_PASSWORD"] = "a-long-enough-pass-phrase",
        ["ALLEVIATION_PACKAGER"] = "11111111-1111-1111-1111-111111111111",
        ["ALLEVIATION_PACKAGER_ADDRESSES"] = "192.0.2.1,192.0.2.2",
    };

    public static readonly string[] ParameterFiles = ["test", "production", "test-china", "production-china"];

    public static TheoryData<string> Environments => [.. ParameterFiles];

    public static IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(Folder, pattern, SearchOption.AllDirectories);

    /// <summary>The cells of the table under a heading of the README, without its head.</summary>
    public static IEnumerable<string[]> Table(string text, string heading)
    {
        var lines = text.Split('\n');
        var rows = lines
            .SkipWhile(line => line != heading)
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));
        return rows.Skip(2);
    }
}
