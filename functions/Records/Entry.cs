using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Storage;

namespace Alleviation.Functions.Records;

/// <summary>One event of a record. Entries are added, never changed.</summary>
/// <param name="Kind">What happened: <c>enrolment</c>, <c>visit</c> …</param>
/// <param name="Id">Tells entries of the same moment apart and makes a repeated write the same row.</param>
/// <param name="By">Account id.</param>
public sealed record Entry(int Member, DateTimeOffset At, string Kind, string Id, string By)
{
    /// <summary>
    /// Its id in the key begins with its time, so that a member's stand newest first: the newest page is read without those behind it,
    /// and one that is added later with an earlier time stands where it belongs.
    /// </summary>
    public static DocumentKind<Entry> StoredAs { get; } = new("entry");

    public const string Enrolment = "enrolment";

    /// <summary>A member's entries from one moment on, and before another, to the millisecond; newest first.</summary>
    public static DocumentRange<Entry> Between(int member, DateTimeOffset from, DateTimeOffset before) =>
        new(StoredAs, Behind(member, before), Behind(member, from));

    public IReadOnlyList<Reading> Readings { get; init; } = [];

    /// <summary>What it is about: a form's code, a drug, the id of a consultation …</summary>
    public string? Reference { get; init; }

    /// <summary>In a person's own words.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// Whether it tells of care: a record is in use by that (国家基本公共卫生服务规范, 2017: 有动态记录的档案), not by a contract that is signed or an
    /// appointment that is made.
    /// </summary>
    internal bool IsCare =>
        Kind switch
        {
            "contract" => false,
            "appointment" => Facts.TryGetValue("step", out var step) && step.GetString() is "kept",
            _ => true,
        };

    /// <summary>What else was found, by name: the answers of a form, an outcome's code …</summary>
    public IReadOnlyDictionary<string, JsonElement> Facts { get; init; } = new Dictionary<string, JsonElement>();

    internal DocumentChange Put() => StoredAs.PastOf(Member, $"{NewestFirst.Key(At)}:{Kind}:{Id}").Put(this);

    // After all entries of the moment: what follows it in a key is set off by a colon, after which a semicolon sorts.
    private static string Behind(int member, DateTimeOffset at) => $"{StoredAs.PastOf(member, NewestFirst.Key(at)).Value};";
}

/// <summary>
/// An entry on its way into a record: its own document, the record with its readings, and the member's summary in the header.
/// </summary>
/// <param name="Household">The header with the summary in it, its version as it was.</param>
/// <param name="Record">As it stands with the entry.</param>
/// <param name="Changes">To be committed with the header.</param>
internal sealed record NewEntry(Household Household, HealthRecord Record, IReadOnlyList<DocumentChange> Changes)
{
    /// <param name="household">The header as far as it has been changed in the same decision.</param>
    public static NewEntry In(HouseholdPartition partition, Household household, Entry entry)
    {
        var record = partition.Find(HealthRecord.StoredAs.Of(entry.Member))!.With(entry);
        var members = household.Members.Select(member => member.Number == entry.Member ? member.After(entry.At, entry.IsCare) : member);
        return new NewEntry(
            household with
            {
                Members = [.. members],
            },
            record,
            [entry.Put(), HealthRecord.StoredAs.Of(record.Member).Put(record)]
        );
    }
}
