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

    /// <summary>Numbers that lead here too: the person had a second record while the citizen ID was not known.</summary>
    public IReadOnlyList<string> OtherNumbers { get; init; } = [];

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
        };

    /// <summary>The record with an entry's readings taken into its summary.</summary>
    public HealthRecord With(Entry entry) =>
        this with
        {
            LastEntryAt = LastEntryAt > entry.At ? LastEntryAt : entry.At,
            LatestReadings = NewestOfEach(LatestReadings.Concat(entry.Readings)),
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
