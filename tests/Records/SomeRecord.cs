using Alleviation.Functions.Records;

namespace Alleviation.Tests.Records;

/// <summary>A record that was opened and has nothing in it yet, and readings for it.</summary>
internal static class SomeRecord
{
    public const string Number = "44140200400100001";

    public static readonly DateTimeOffset At = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    public static readonly HealthRecord Opened = new(1, Number, new DateOnly(2026, 1, 5));

    public static Reading Systolic(decimal value, DateTimeOffset at) => new("systolic", value, "mmHg", at);

    public static IEnumerable<string> Readings(HealthRecord record) =>
        record.LatestReadings.Select(reading => FormattableString.Invariant($"{reading.Code} {reading.Value}"));
}
