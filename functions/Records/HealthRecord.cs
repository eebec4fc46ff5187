using System.Text.Json;
using Alleviation.Functions.Households;

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
