using Alleviation.Functions.Households;

namespace Alleviation.Functions.Records;

/// <summary>A member's electronic health record as it stands now; its history is its entries.</summary>
/// <param name="Number">17 digits, null until the record is open.</param>
public sealed record HealthRecord(int Member, string? Number, DateOnly? OpenedOn)
{
    public BasicInformation BasicInformation { get; init; } = new();

    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>The newest reading of each kind, in canonical units, over all entries.</summary>
    public IReadOnlyList<Reading> LatestReadings { get; init; } = [];

    public DateTimeOffset? LastEntryAt { get; init; }

    /// <summary>The record with an entry's readings taken into its summary.</summary>
    public HealthRecord With(Entry entry) => this with
    {
        LastEntryAt = LastEntryAt > entry.At ? LastEntryAt : entry.At,
        LatestReadings =
        [
            .. LatestReadings.Concat(entry.Readings)
                .GroupBy(reading => reading.Code, StringComparer.Ordinal)
                .Select(readings => readings.MaxBy(reading => reading.TakenAt)!)
                .OrderBy(reading => reading.Code, StringComparer.Ordinal),
        ],
    };
}

/// <param name="Code">ICD-10 code of list conditions.</param>
public sealed record Condition(string Code, DateOnly? DiagnosedOn);

/// <param name="Code">Code of list readings.</param>
/// <param name="Value">In the reading's canonical unit.</param>
public sealed record Reading(string Code, decimal Value, string Unit, DateTimeOffset TakenAt);
