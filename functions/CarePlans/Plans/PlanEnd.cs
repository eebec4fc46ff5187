using System.Text.Json;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>A plan ends with the membership, with the reason for it; whoever comes back has it begun anew.</summary>
public sealed class PlanEnd : IEndsWithMember
{
    public MemberEnd End(HouseholdPartition partition, Household household, MemberLeaving leaving)
    {
        if (PlanFile.In(partition, leaving.Member) is not { Plan.Status: not (CarePlanStatus.Completed or CarePlanStatus.Cancelled) } file)
        {
            return new MemberEnd(household, []);
        }

        var taken = new RecordedStep(PlanStep.Cancel, leaving.By, household.PhysicianId ?? "", leaving.At, leaving.Reason)
        {
            Departure = leaving.Departure.Reason,
        };
        var next = file.After(taken, CarePlanStatus.Cancelled, leaving.At.ToChinaDate());
        var entry = new Entry(leaving.Member, leaving.At, CarePlanEntries.Step, $"v{next.Plan.Version}", leaving.By)
        {
            Reference = JsonNamingPolicy.CamelCase.ConvertName(PlanStep.Cancel.ToString()),
            Note = leaving.Reason,
            Facts = CarePlanEntries.Facts(("version", next.Plan.Version), ("status", next.Plan.Status.ToStored())),
        };
        return new MemberEnd(
            PlanTasks.Follow(
                household with
                {
                    Members =
                    [
                        .. household.Members.Select(member =>
                            member.Number == leaving.Member ? member with { Plan = next.Care.Summarise() } : member
                        ),
                    ],
                }
            ),
            [.. next.ChangesFrom(file), entry.Put()]
        );
    }
}
