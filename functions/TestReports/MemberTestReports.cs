using Alleviation.Functions.Households;

namespace Alleviation.Functions.TestReports;

/// <summary>
/// What was reported of a member lately: enough to recognise a report that is sent again, and to know who has seen which. Bounded; the
/// reports themselves stand in the history.
/// </summary>
public sealed record MemberTestReports(int Member, IReadOnlyList<TestReportMark> Marks)
{
    public static DocumentKind<MemberTestReports> StoredAs { get; } = new("testReports");

    public static MemberTestReports Of(HouseholdPartition partition, int member) =>
        partition.Find(StoredAs.Of(member)) ?? new MemberTestReports(member, []);

    private const int Max = 60;

    public TestReportMark? Find(string id) => Marks.FirstOrDefault(mark => mark.Id == id);

    /// <summary>Out of range, and the physician has not looked yet.</summary>
    public IEnumerable<TestReportMark> Unseen => Marks.Where(mark => mark.IsOutOfRange && mark.SeenAt is null);

    public MemberTestReports With(TestReportMark mark)
    {
        var marks = Marks.Where(known => known.Id != mark.Id).Prepend(mark).ToList();
        // What nobody has seen is the last to be forgotten.
        var rememberedIds = marks
            .OrderByDescending(report => report.IsOutOfRange && report.SeenAt is null)
            .Take(Max)
            .Select(report => report.Id)
            .ToHashSet(StringComparer.Ordinal);
        return this with { Marks = [.. marks.Where(report => rememberedIds.Contains(report.Id))] };
    }

    public MemberTestReports Seen(string id, string by, DateTimeOffset at) =>
        this with
        {
            Marks = [.. Marks.Select(mark => mark.Id == id ? mark with { SeenBy = by, SeenAt = at } : mark)],
        };
}

/// <param name="Content">Fingerprint of what was sent.</param>
/// <param name="SeenBy">Physician id.</param>
public sealed record TestReportMark(
    string Id,
    string Content,
    DateTimeOffset TakenAt,
    bool IsOutOfRange,
    bool IsCritical,
    DateTimeOffset RecordedAt,
    string? SeenBy = null,
    DateTimeOffset? SeenAt = null
);
