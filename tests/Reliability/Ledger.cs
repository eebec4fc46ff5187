using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.PoisonMessages;
using Alleviation.Functions.Records;
using Alleviation.Functions.Worklists;
using Azure.Data.Tables;

namespace Alleviation.Tests.Reliability;

/// <summary>All that is stored, read at once (<see cref="LedgerReading"/>), to be held against what was accepted.</summary>
internal sealed record Ledger(
    IReadOnlyDictionary<string, HouseholdPartition> Households,
    IReadOnlyDictionary<string, TableEntity> Numbers,
    ILookup<string, Identity> Identities,
    IReadOnlyList<VillageHousehold> Listed,
    ILookup<string, (string Physician, ListedHousehold Item)> Panels,
    ILookup<string, (string Physician, WorklistItem Item)> Worklists,
    IReadOnlyList<PoisonMessage> PoisonMessages,
    ILookup<string, string> PlanVersions
)
{
    /// <summary>What is wrong; nothing where each accepted household came out once and whole.</summary>
    public IEnumerable<string> Faults(IReadOnlyCollection<string> accepted)
    {
        foreach (var poisonMessage in PoisonMessages)
        {
            yield return $"poison in {poisonMessage.Queue}: {poisonMessage.Reason} {poisonMessage.Text}";
        }
        foreach (var stranger in Households.Keys.Except(accepted))
        {
            yield return $"{stranger} was never accepted";
        }
        foreach (var id in accepted)
        {
            if (!Households.TryGetValue(id, out var partition))
            {
                yield return $"{id} is lost";
            }
            else
            {
                foreach (var fault in FaultsOf(partition))
                {
                    yield return $"{id} {fault}";
                }
            }
        }

        var numbers = Households.Values.SelectMany(partition => partition.Household.Members).Select(member => member.RecordNumber).ToList();
        if (numbers.Distinct().Count() != numbers.Count)
        {
            yield return "two members bear the same number";
        }
    }

    private IEnumerable<string> FaultsOf(HouseholdPartition partition)
    {
        var household = partition.Household;
        var id = household.Id.Value;
        if (household.Stage != HouseholdStage.Routed || household.PhysicianId is null)
        {
            yield return $"is {household.Stage} at version {household.Version}";
        }
        if (household.Problems.Count > 0)
        {
            yield return $"has problems: {household.Problems[0].Code}";
        }
        if (
            Listed.Count(row =>
                row.Household.Id.Value == id && row.Status == HouseholdStatus.Listed && row.Household.Version == household.Version
            ) != 1
            || Listed.Count(row => row.Household.Id.Value == id) != 1
        )
        {
            yield return "is not listed exactly once";
        }
        if (!partition.IsShown)
        {
            yield return "is not marked as listed";
        }
        var lines = Worklists[id].ToList();
        if (Panels[id].Count(panel => panel.Item.IsOnPanel && panel.Item.Version == household.Version) != 1)
        {
            yield return $"is on {Panels[id].Count()} panels";
        }
        if (lines.Any(line => line.Physician != household.PhysicianId))
        {
            yield return "stands on another's worklist";
        }

        var records = partition.OfEachMember(HealthRecord.StoredAs).ToDictionary(record => record.Member);
        var plans = partition.OfEachMember(MemberCare.StoredAs).Select(care => care.Member).ToList();
        var versions = PlanVersions[id].Count();
        var sick = household.Members.Where(member => member.IsSick).Select(member => member.Number).ToList();
        if (!plans.SequenceEqual(sick))
        {
            yield return $"has plans for {string.Join(',', plans)}, sick are {string.Join(',', sick)}";
        }
        if (versions != plans.Count)
        {
            yield return $"has {versions} versions of {plans.Count} plans";
        }
        if (!lines.Select(line => line.Item.Member).Where(member => member > 0).Order().SequenceEqual(sick))
        {
            yield return "has other worklist lines than sick members";
        }
        if (records.Count != household.Members.Count)
        {
            yield return $"has {records.Count} records for {household.Members.Count} members";
        }
        foreach (var member in household.Members)
        {
            if (member.RecordNumber is null || records.GetValueOrDefault(member.Number)?.Number != member.RecordNumber)
            {
                yield return $"member {member.Number} has another number in its record";
            }
            else if (!Leads(member.RecordNumber, id, member.Number))
            {
                yield return $"the number of member {member.Number} does not lead there";
            }
            if (Identities[id].Count(identity => identity.Member == member.Number && identity.RecordNumber == member.RecordNumber) != 1)
            {
                yield return $"member {member.Number} does not hold its identity";
            }
        }

        if (Identities[id].Count() != household.Members.Count)
        {
            yield return "holds an identity too many";
        }
    }

    private bool Leads(string number, string household, int member) =>
        Numbers.TryGetValue(number, out var row) && row.GetString("HouseholdId") == household && row.GetInt32("Member") == member;
}
