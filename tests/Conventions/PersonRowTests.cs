using System.Collections;
using System.Reflection;
using Alleviation.Functions.Appointments;
using Alleviation.Functions.CarePlans;
using Alleviation.Functions.Conferences;
using Alleviation.Functions.Consultations;
using Alleviation.Functions.Education;
using Alleviation.Functions.FollowUps;
using Alleviation.Functions.HealthCards;
using Alleviation.Functions.Households;
using Alleviation.Functions.Medication;
using Alleviation.Functions.Records;
using Alleviation.Functions.Referrals;
using Alleviation.Functions.TestReports;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Conventions;

/// <summary>
/// Whoever goes to another household takes along every row that is hers. Whoever adds a kind of row adds it here, and learns whether its
/// keys and its documents tell whose it is in the way that the move understands.
/// </summary>
public sealed class PersonRowTests
{
    private const int Member = 7;

    /// <summary>By the file that writes them: the keys of a member's rows, and the documents in them; none for what is the household's own.</summary>
    private static readonly Dictionary<string, (string[] Keys, Type[] Documents)> Kinds = new(StringComparer.Ordinal)
    {
        ["Appointments/AppointmentRow.cs"] = ([CaseRow.Key(AppointmentRow.Kind, Member, "1f"), CaseRow.PastKey(AppointmentRow.Kind, Member, "1f")], [typeof(Appointment)]),
        ["CarePlans/ActivityReportRow.cs"] = ([ActivityReportRow.KeyOf(Member, "1f")], [typeof(ActivityReport)]),
        ["CarePlans/CarePlanRow.cs"] = (
            [HouseholdRow.MemberKey(CarePlanRow.Kind, Member), CarePlanRow.VersionKey(Member, 3), CarePlanRow.InForceKey(Member)], [typeof(MemberCare), typeof(CarePlan)]),
        ["CarePlans/OpinionRow.cs"] = ([OpinionRow.KeyOf(Member, "cardiology"), OpinionRow.HistoryOf(Member, 2) + "cardiology"], [typeof(Opinion)]),
        ["Conferences/ConferenceRow.cs"] = ([CaseRow.Key(ConferenceRow.Kind, Member, "1f"), CaseRow.PastKey(ConferenceRow.Kind, Member, "1f")], [typeof(Conference)]),
        ["Consultations/ThreadRow.cs"] = ([ThreadRow.Key(Member, "1f"), ThreadRow.HistoryKey(Member, "1f")], [typeof(ConsultationThread)]),
        ["Contracts/ContractRow.cs"] = ([], []),
        ["Education/Lesson.cs"] = (["lesson:07"], [typeof(MemberLessons)]),
        ["FollowUps/VisitRow.cs"] = ([VisitRow.KeyOf(Member, "1f"), "visits:07"], [typeof(Visit), typeof(VisitLog)]),
        ["HealthCards/HealthCard.cs"] = ([HealthCardRow.KeyOf(Member)], [typeof(HealthCard)]),
        ["Households/CaseRow.cs"] = ([CaseRow.Key("some", Member, "1f")], []),
        ["Households/MemberRow.cs"] = ([HouseholdRow.MemberKey(MemberRow.Kind, Member)], []),
        ["Medication/MedicationRow.cs"] = ([MedicationRow.Key(Member), $"history:{MedicationRow.Key(Member)}:v0001:1f"], [typeof(MedicationList), typeof(Course)]),
        ["Panels/TransferRow.cs"] = ([], []),
        ["Records/EntryRow.cs"] = ([EntryRow.KeyAt(Member, DateTimeOffset.UnixEpoch) + ":visit:1f"], [typeof(Entry)]),
        ["Records/MovingPerson.cs"] = ([MovingPerson.KeyOf(Member)], []),
        ["Records/PersonArrival.cs"] = ([$"history:{HouseholdRow.MemberKey("merged", Member)}:plan:02"], []),
        ["Records/RecordRow.cs"] = ([HouseholdRow.MemberKey(RecordRow.Kind, Member)], [typeof(HealthRecord)]),
        ["Referrals/ReferralRow.cs"] = ([CaseRow.Key(ReferralRow.Kind, Member, "1f")], [typeof(Referral)]),
        ["TestReports/ReportRows.cs"] = ([ReportRows.MarksKey(Member), ReportRows.ReportsOf(Member) + "1:1f"], [typeof(MemberReports), typeof(TestReport), typeof(TrendPoint)]),
    };

    [Fact]
    public void EveryKindOfRow_IsKnown()
    {
        var root = Repository.PathOf("functions");
        var writing = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(root, file).Replace('\\', '/'), Text: File.ReadAllText(file)))
            .Where(file => !file.Name.StartsWith("obj/", StringComparison.Ordinal) && !file.Name.StartsWith("bin/", StringComparison.Ordinal))
            .Where(file => file.Text.Contains("SealedRow.Write(", StringComparison.Ordinal) || file.Text.Contains("CaseRow.Write(", StringComparison.Ordinal))
            .Select(file => file.Name);

        Assert.Equal(Kinds.Keys.Order(StringComparer.Ordinal), writing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryKey_TellsWhoseItIs_AndCanBeAnotherMembers() => Assert.All(Kinds.Values.SelectMany(kind => kind.Keys), key =>
    {
        Assert.Equal(Member, PersonRow.MemberOf(key));
        var moved = PersonRow.KeyFor(key, 29);
        Assert.Equal((29, key), (PersonRow.MemberOf(moved), PersonRow.KeyFor(moved, Member)));
        Assert.Equal(PersonRow.KindOf(key), PersonRow.KindOf(moved));
    });

    [Theory]
    [InlineData("household")]
    [InlineData("projected")]
    [InlineData("signed:00:2026")]
    [InlineData("transfer:00:1f")]
    [InlineData("history:transfer:00:1f")]
    public void HouseholdsOwn_IsNobodys(string key) => Assert.Null(PersonRow.MemberOf(key));

    [Fact]
    public void EveryDocument_SaysWhoseItIs_WhereTheMoveLooks() => Assert.All(
        Kinds.Values.SelectMany(kind => kind.Documents),
        type => Assert.Empty(MembersIn(type, "", []).Except(MovedRow.MemberPaths.Select(path => string.Join('.', path)))));

    private static IEnumerable<string> MembersIn(Type type, string path, HashSet<Type> seen)
    {
        if (!type.Namespace!.StartsWith("Alleviation", StringComparison.Ordinal) || type.IsEnum || !seen.Add(type)) { yield break; }
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(one => one.SetMethod is not null))
        {
            var name = path + char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
            if (property.Name is "Member") { yield return name; }
            var inner = property.PropertyType.IsAssignableTo(typeof(IEnumerable)) && property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments()[^1] : property.PropertyType;
            foreach (var found in MembersIn(Nullable.GetUnderlyingType(inner) ?? inner, $"{name}.", seen)) { yield return found; }
        }
    }
}
