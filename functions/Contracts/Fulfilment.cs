using Alleviation.Functions.Households;
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
    /// <param name="entries">Of each member, within the year.</param>
    public static IReadOnlyList<ServiceCount> Of(Contract contract, ServicePackage? package, ILookup<int, Entry> entries) =>
        [
            .. contract.Services.Select(promised =>
            {
                var service = package?.Services.FirstOrDefault(offered => offered.Code == promised.Service);
                var timesGiven = entries[promised.Member]
                    .Where(entry =>
                        service?.CountedBy.Any(counted => counted.Counts(entry.Kind, entry.Reference, entry.ContactMode)) is true
                    )
                    .DistinctBy(entry => entry.At.ToChinaDate())
                    .Count();
                return new ServiceCount(promised.Member, promised.Service, service?.Label, promised.PerYear, timesGiven);
            }),
        ];

    /// <summary>The same for coverage: what the contract promises, with the days on which it has been given so far.</summary>
    public static ContractLedger LedgerOf(Contract contract, ServicePackage? package, IEnumerable<Entry> entries) =>
        entries.Aggregate(
            new ContractLedger(
                contract.Year,
                contract.SignedOn,
                [
                    .. contract
                        .Services.GroupBy(promised => (promised.Service, promised.PerYear))
                        .Select(service => new ServiceLedger(
                            service.Key.Service,
                            service.Key.PerYear,
                            package?.Services.FirstOrDefault(offered => offered.Code == service.Key.Service)?.CountedBy ?? [],
                            [.. service.Select(promised => new MemberDays(promised.Member, []))]
                        )),
                ]
            ),
            (ledger, entry) => ledger.With(entry.Member, entry.At.ToChinaDate(), entry.Kind, entry.Reference, entry.ContactMode)
        );
}
