using Alleviation.Functions.Households;

namespace Alleviation.Functions.Education;

/// <summary>A text that a member was given, had read out, or understood.</summary>
/// <param name="Id">Made by the sender.</param>
/// <param name="Text">Code of an education text.</param>
/// <param name="Step">Code of list educationStep.</param>
/// <param name="By">Account id.</param>
/// <param name="Fingerprint">Of what was sent, to distinguish the same request sent again from another one.</param>
public sealed record Lesson(string Id, string Text, string Step, DateTimeOffset At, string? Note, string By, string Fingerprint);

/// <summary>
/// The newest lessons of a member, the newest first: enough to recognise one that is sent again. All are entries of the record.
/// </summary>
public sealed record MemberLessons(int Member, IReadOnlyList<Lesson> Items)
{
    public static DocumentKind<MemberLessons> StoredAs { get; } = new("education");

    public static MemberLessons Of(HouseholdPartition partition, int member) =>
        partition.Find(StoredAs.Of(member)) ?? new MemberLessons(member, []);

    private const int Max = 50;

    public MemberLessons With(Lesson lesson) =>
        this with
        {
            Items = [.. Items.Append(lesson).OrderByDescending(item => item.At).Take(Max)],
        };
}
