using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.CarePlans;

/// <summary>A plan ends with the membership, with the reason for it; whoever comes back has it begun anew.</summary>
public sealed class PlanEnd(FieldSealer sealer) : IEndsWithMember
{
    public MemberEnd End(HouseholdPartition partition, Household household, MemberLeaving leaving)
    {
        if (PlanFile.In(partition, leaving.Member, sealer) is not { Plan.Status: not (CarePlanStatus.Completed or CarePlanStatus.Cancelled) } file)
        {
            return new MemberEnd(household, [], []);
        }

        var taken = new TakenStep(PlanStep.Cancel, leaving.By, household.PhysicianId ?? "", leaving.At, leaving.Reason) { Departure = leaving.Departure.Reason };
        var next = file.After(taken, CarePlanStatus.Cancelled, leaving.At.ToChinaDate());
        var (rows, gone) = next.RowsAfter(file, household.Id, sealer);
        var entry = new Entry(leaving.Member, leaving.At, CarePlanEntries.Step, $"v{next.Plan.Version}", leaving.By)
        {
            Reference = JsonNamingPolicy.CamelCase.ConvertName(PlanStep.Cancel.ToString()),
            Note = leaving.Reason,
            Facts = CarePlanEntries.Facts(("version", next.Plan.Version), ("status", next.Plan.Status.ToStored())),
        };
        return new MemberEnd(
            PlanTasks.Follow(household with
            {
                Members = [.. household.Members.Select(member => member.Number == leaving.Member ? member with { Plan = next.Care.Summarise() } : member)],
            }),
            [.. rows, EntryRow.Write(household.Id, entry, sealer)],
            gone);
    }
}
