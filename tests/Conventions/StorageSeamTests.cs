using System.Text.RegularExpressions;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Conventions;

/// <summary>Only storage serialises, seals and chooses keys; what decides knows neither storage nor the time nor chance.</summary>
public sealed partial class StorageSeamTests
{
    /// <summary>It asks storage and the key ring whether they answer.</summary>
    private const string Readiness = "Health/CheckReadiness.cs";

    private static readonly IReadOnlyList<(string Name, string Text)> Files =
    [
        .. Directory
            .EnumerateFiles(Repository.PathOf("functions"), "*.cs", SearchOption.AllDirectories)
            .Select(file =>
                (Name: Path.GetRelativePath(Repository.PathOf("functions"), file).Replace('\\', '/'), Text: File.ReadAllText(file))
            )
            .Where(file =>
                !file.Name.StartsWith("obj/", StringComparison.Ordinal) && !file.Name.StartsWith("bin/", StringComparison.Ordinal)
            ),
    ];

    [Fact]
    public void SealersAndTables_AreOnlyInStorageAndSetup() =>
        Assert.Empty(
            Files.Where(file => Storage().IsMatch(file.Text) && !IsStorage(file.Name) && file.Name != Readiness).Select(file => file.Name)
        );

    [Fact]
    public void NothingIsTriedAgain_ButByTheOneRetry() =>
        Assert.Empty(Files.Where(file => Loop().IsMatch(file.Text)).Select(file => file.Name));

    [Fact]
    public void Decisions_AreHandedTheTimeAndTheIds()
    {
        var decisions = Files
            .SelectMany(file => Decision().Matches(file.Text).Select(decision => (file.Name, Text: decision.Value)))
            .ToList();

        Assert.InRange(decisions.Count, 40, int.MaxValue);
        Assert.Empty(decisions.Where(decision => Chance().IsMatch(decision.Text)).Select(decision => decision.Name));
    }

    private static bool IsStorage(string name) =>
        name.StartsWith("Platform/", StringComparison.Ordinal)
        || name.Contains("/Storage/", StringComparison.Ordinal)
        || name.EndsWith("Table.cs", StringComparison.Ordinal)
        || name.EndsWith("Row.cs", StringComparison.Ordinal)
        || name.EndsWith("Setup.cs", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(FieldSealer|TableServiceClient|TableClient|TableEntity)\b")]
    private static partial Regex Storage();

    // From its head to the end of its body: a line with the closing brace alone, or an expression's semicolon.
    [GeneratedRegex(
        @"^    (private|internal|public) (static )?(HouseholdUpdate<|AppointmentChange |ConferenceChange |MemberEnd )[^=;]*?"
            + @"(\n    \{.*?\n    \}|=>.*?;\r?\n)",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Decision();

    [GeneratedRegex(@"\b(clock\.|TimeProvider|Guid\.NewGuid|RandomNumberGenerator|Random\.)")]
    private static partial Regex Chance();

    [GeneratedRegex(@"while \(true\)|attempt\w* <")]
    private static partial Regex Loop();
}
