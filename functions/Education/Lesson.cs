using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Azure.Data.Tables;

namespace Alleviation.Functions.Education;

/// <summary>A text that a member was given, had read out, or understood.</summary>
/// <param name="Id">Made by the sender.</param>
/// <param name="Text">Code of an education text.</param>
/// <param name="Step">Code of list educationStep.</param>
/// <param name="By">Account id.</param>
public sealed record Lesson(string Id, string Text, string Step, DateTimeOffset At, string? Note, string By);

/// <summary>The newest lessons of a member, the newest first: enough to recognise one that is sent again. All are entries of the record.</summary>
public sealed record MemberLessons(int Member, IReadOnlyList<Lesson> Items)
{
    private const int Most = 50;

    public MemberLessons With(Lesson lesson) => this with { Items = [.. Items.Append(lesson).OrderByDescending(one => one.At).Take(Most)] };
}

/// <summary>RowKey = <c>lesson:01</c>. (<c>education:</c> would sort before the header and not be read with it.)</summary>
internal static class LessonRow
{
    private const string Kind = "lesson";

    public static MemberLessons Read(HouseholdPartition partition, int member, FieldSealer sealer) =>
        partition.Rows.FirstOrDefault(row => row.RowKey == HouseholdRow.MemberKey(Kind, member)) is { } row ? SealedRow.Read<MemberLessons>(row, sealer) : new MemberLessons(member, []);

    public static TableEntity Write(HouseholdId household, MemberLessons lessons, FieldSealer sealer) =>
        SealedRow.Write(household, HouseholdRow.MemberKey(Kind, lessons.Member), lessons, sealer);
}
