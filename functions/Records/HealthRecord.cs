using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Records;

/// <summary>A member's electronic health record as it stands now; its history is its entries.</summary>
/// <param name="Number">17 digits, null until the record is open.</param>
public sealed record HealthRecord(int Member, string? Number, DateOnly? OpenedOn)
{
    public static DocumentKind<HealthRecord> StoredAs { get; } = new("record");

    public BasicInformation BasicInformation { get; init; } = new();

    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>The newest reading of each kind, in canonical units, over all entries.</summary>
    public IReadOnlyList<Reading> LatestReadings { get; init; } = [];

    public DateTimeOffset? LastEntryAt { get; init; }

    /// <summary>Kept here, so that nobody searches the history for it; null where no entry tells it.</summary>
    public Adherence? LastAdherence { get; init; }

    /// <summary>Other numbers that find this record: the person had a second one while the citizen ID was not known.</summary>
    public IReadOnlyList<string> OtherNumbers { get; init; } = [];

    /// <summary>Whether this is the record of the number.</summary>
    internal bool IsUnder(RecordNumber number) =>
        Number == number.ToString() || OtherNumbers.Contains(number.ToString(), StringComparer.Ordinal);

    /// <summary>
    /// The record of a person who brings one along: what either says. Of single facts the newer statement stands, which is this one's.
    /// </summary>
    /// <param name="number">The person's, which the first record was given.</param>
    public HealthRecord Joining(HealthRecord? brought, string number) =>
        this with
        {
            Number = number,
            OtherNumbers =
            [
                .. (brought?.OtherNumbers ?? [])
                    .Concat(OtherNumbers)
                    .Append(Number)
                    .OfType<string>()
                    .Where(former => former != number)
                    .Distinct(StringComparer.Ordinal),
            ],
            OpenedOn = brought?.OpenedOn ?? OpenedOn,
            BasicInformation = brought is null ? BasicInformation : BasicInformation.Joining(brought.BasicInformation),
            Conditions =
            [
                .. (brought?.Conditions ?? []).Select(known =>
                    known with
                    {
                        DiagnosedOn =
                            known.DiagnosedOn ?? Conditions.FirstOrDefault(condition => condition.Code == known.Code)?.DiagnosedOn,
                    }
                ),
                .. Conditions.Where(condition => brought?.Conditions.All(known => known.Code != condition.Code) ?? true),
            ],
            LatestReadings = NewestOfEach((brought?.LatestReadings ?? []).Concat(LatestReadings)),
            LastEntryAt = brought?.LastEntryAt is { } last && !(LastEntryAt > last) ? last : LastEntryAt,
            LastAdherence = Adherence.Newer(brought?.LastAdherence, LastAdherence),
        };

    /// <summary>The record with what an entry found taken into its summary.</summary>
    public HealthRecord With(Entry entry) =>
        this with
        {
            LastEntryAt = LastEntryAt > entry.At ? LastEntryAt : entry.At,
            LatestReadings = NewestOfEach(LatestReadings.Concat(entry.Readings)),
            LastAdherence = Adherence.Newer(LastAdherence, Adherence.In(entry)),
        };

    private static List<Reading> NewestOfEach(IEnumerable<Reading> readings) =>
        [
            .. readings
                .GroupBy(reading => reading.Code, StringComparer.Ordinal)
                .Select(same => same.MaxBy(reading => reading.TakenAt)!)
                .OrderBy(reading => reading.Code, StringComparer.Ordinal),
        ];
}

/// <param name="Code">ICD-10 code of list conditions.</param>
public sealed record Condition(string Code, DateOnly? DiagnosedOn);

/// <param name="Code">Code of list readings.</param>
/// <param name="Value">In the reading's canonical unit.</param>
public sealed record Reading(string Code, decimal Value, string Unit, DateTimeOffset TakenAt);

/// <summary>How regularly the medicine was taken, as a visit found it.</summary>
/// <param name="Value">The answer: a code of list adherence.</param>
public sealed record Adherence(DateTimeOffset At, JsonElement Value)
{
    /// <returns>Null where the entry is no visit by a form that asks for it.</returns>
    internal static Adherence? In(Entry entry) =>
        entry.Facts.TryGetValue("answers", out var answers)
        && answers.ValueKind is JsonValueKind.Object
        && answers.TryGetProperty("adherence", out var value)
            ? new Adherence(entry.At, value)
            : null;

    /// <summary>The later of the two; of the same moment the first.</summary>
    internal static Adherence? Newer(Adherence? first, Adherence? second) => first is null || second?.At > first.At ? second : first;
}

/// <summary>One event of a record. Entries are added, never changed.</summary>
/// <param name="Kind">What happened: <c>enrolment</c>, <c>visit</c> …</param>
/// <param name="Id">Tells entries of the same moment apart and makes a repeated write the same row.</param>
/// <param name="By">Account id.</param>
public sealed record Entry(int Member, DateTimeOffset At, string Kind, string Id, string By) : ISigned
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

    public Signature? Signature { get; init; }

    public ISigned SignedWith(Signature signature) => this with { Signature = signature };

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

    /// <summary>How a visit was made, a code of list contactMode; null of what is no visit.</summary>
    internal string? ContactMode => Facts.TryGetValue("contactMode", out var contactMode) ? contactMode.GetString() : null;

    /// <summary>What else was found, by name: the answers of a form, an outcome's code …</summary>
    public IReadOnlyDictionary<string, JsonElement> Facts { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Its place among the entries of a member, which it keeps when the person goes to another household.</summary>
    public static string PlaceOf(DateTimeOffset at, string kind, string id) => $"{NewestFirst.Key(at)}:{kind}:{id}";

    internal DocumentChange Put() => StoredAs.PastOf(Member, PlaceOf(At, Kind, Id)).Put(this);

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
                Contracts =
                [
                    .. household.Contracts.Select(contract =>
                        contract.With(entry.Member, entry.At.ToChinaDate(), entry.Kind, entry.Reference, entry.ContactMode)
                    ),
                ],
            },
            record,
            [entry.Put(), HealthRecord.StoredAs.Of(record.Member).Put(record)]
        );
    }
}
