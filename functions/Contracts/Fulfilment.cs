using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.Contracts;

/// <summary>A promised service and how often it was given in the year. More of one service does not make up for another.</summary>
public sealed record ServiceCount(int Member, string Service, Label? Label, int Promised, int Given);

/// <summary>
/// What was given against what was promised (履约): a fold over the entries of the year; pure. What was written down several times on one day
/// was given once.
/// </summary>
public static class Fulfilment
{
    private const string ContactModeFact = "contactMode";

    /// <param name="entries">Of each member, within the year.</param>
    public static IReadOnlyList<ServiceCount> Of(Contract contract, ServicePackage? package, ILookup<int, Entry> entries) =>
        [
            .. contract.Services.Select(promised =>
            {
                var service = package?.Services.FirstOrDefault(offered => offered.Code == promised.Service);
                var timesGiven = entries[promised.Member]
                    .Where(entry => service?.CountedBy.Any(counted => Counts(counted, entry)) is true)
                    .DistinctBy(entry => entry.At.ToChinaDate())
                    .Count();
                return new ServiceCount(promised.Member, promised.Service, service?.Label, promised.PerYear, timesGiven);
            }),
        ];

    private static bool Counts(CountedEntry counted, Entry entry) =>
        counted.Kind == entry.Kind
        && (counted.Reference is null || counted.Reference == entry.Reference)
        && (
            counted.ContactModes is null
            || (ContactModeOf(entry) is { } contactMode && counted.ContactModes.Contains(contactMode, StringComparer.Ordinal))
        );

    private static string? ContactModeOf(Entry entry) =>
        entry.Facts.TryGetValue(ContactModeFact, out var contactMode) ? contactMode.GetString() : null;
}
