using System.Text.RegularExpressions;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Conventions;

/// <summary>
/// What the service writes into a record's entries, held against what the web app shows of them (web/src/records/entryFacts.ts): a fact
/// that is shown nowhere fails here. Visits are shown by a component of their own.
/// </summary>
public sealed partial class EntryFactTests
{
    private const string Visit = "visit";

    [Fact]
    public void EveryFactOfEveryKind_IsShown()
    {
        var shown = Shown();
        var written = Written().ToList();

        Assert.True(written.Select(fact => fact.Kind).Distinct().Count() >= 10, "The entries are not found any more.");
        Assert.DoesNotContain(written, fact => !shown.TryGetValue(fact.Kind, out var facts) || !facts.Contains(fact.Fact));
    }

    private static Dictionary<string, HashSet<string>> Shown()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "web", "src", "records", "entryFacts.ts"));
        var table = source[source.IndexOf("factsOf = {", StringComparison.Ordinal)..source.IndexOf("} as const", StringComparison.Ordinal)];
        return Row()
            .Matches(table)
            .ToDictionary(
                row => row.Groups["kind"].Value,
                row => Word().Matches(row.Groups["facts"].Value).Select(word => word.Groups["word"].Value).ToHashSet(),
                StringComparer.Ordinal
            );
    }

    /// <summary>Each file that makes entries names its kind, or the kinds' file does, and its facts by name.</summary>
    private static IEnumerable<(string Kind, string Fact)> Written()
    {
        var kinds = new Dictionary<string, string[]>
        {
            ["Medication/PrescriptionEntry.cs"] = ["prescription"],
            ["Medication/RecordAllergy.cs"] = ["allergy"],
            ["Referrals/ReferralEntries.cs"] = ["referral"],
            ["Conferences/ConferenceEntries.cs"] = ["conference"],
            ["Appointments/AppointmentEntries.cs"] = ["appointment"],
            ["Consultations/ConsultationEntry.cs"] = ["consultation"],
            ["CarePlans/Plans/TakePlanStep.cs"] = ["carePlan"],
            ["CarePlans/Plans/PlanEnd.cs"] = ["carePlan"],
            ["CarePlans/Plans/GiveOpinion.cs"] = ["opinion"],
            ["CarePlans/Schedule/ReportActivity.cs"] = ["activity"],
            ["TestReports/SaveTestReport.cs"] = ["testReport"],
            ["Education/RecordLesson.cs"] = ["education"],
            ["Reminders/ReminderEntries.cs"] = ["reminder"],
            ["Enrolment/MemberEndings.cs"] = ["departure"],
            // Without facts.
            ["CarePlans/Schedule/SettleUrgency.cs"] = ["urgencySettlement"],
            ["Contracts/SignContract.cs"] = ["contract"],
            ["Enrolment/HouseholdDraft.cs"] = ["enrolment"],
            ["FollowUps/Visit.cs"] = [Visit],
        };
        var functions = Path.Combine(Repository.Root, "functions");
        var makers = Directory
            .EnumerateFiles(functions, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(functions, file).Replace('\\', '/'), Source: File.ReadAllText(file)))
            .Where(file =>
                !file.Name.StartsWith("obj/", StringComparison.Ordinal) && !file.Name.StartsWith("bin/", StringComparison.Ordinal)
            )
            .Where(file => Maker().IsMatch(file.Source));
        foreach (var (name, source) in makers)
        {
            Assert.True(kinds.TryGetValue(name, out var ofFile), $"{name} makes entries: name their kind here.");
            foreach (var kind in ofFile!.Where(kind => kind != Visit))
            {
                foreach (Match fact in Fact().Matches(source))
                {
                    yield return (kind, fact.Groups["fact"].Value);
                }
            }
        }
    }

    /// <summary><c>["step"] = …</c> in a dictionary of facts, or <c>("version", …)</c> as plans write them.</summary>
    [GeneratedRegex("""(\["(?<fact>\w+)"\]\s*=)|((?<=Facts\([^;]*)\("(?<fact>\w+)",)""", RegexOptions.Singleline)]
    private static partial Regex Fact();

    [GeneratedRegex("""new Entry\(|\bFacts\s*=""")]
    private static partial Regex Maker();

    [GeneratedRegex("""(?<kind>\w+): \[(?<facts>[^\]]*)\]""")]
    private static partial Regex Row();

    [GeneratedRegex("'(?<word>\\w+)'")]
    private static partial Regex Word();
}
