using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.CarePlans.Plans;

/// <param name="Findings">In the physician's own words.</param>
/// <param name="Goals">Proposed.</param>
/// <param name="Activities">Proposed.</param>
public sealed record OpinionRequest(string? Findings, IReadOnlyList<GoalRequest>? Goals, IReadOnlyList<ActivityRequest>? Activities);

/// <summary>
/// A discipline of the team gives its opinion on a plan, on the version that was read, and signs it. Given again it replaces the first.
/// </summary>
public sealed class GiveOpinionHandler(
    HouseholdChanges changes,
    OpinionCheck check,
    CarePlanAnswers answers,
    Signatures signatures,
    TimeProvider clock
)
{
    public async Task<CarePlanResult> HandleAsync(
        HouseholdId id,
        int member,
        string discipline,
        int version,
        OpinionRequest command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var signature = await signatures.OfAsync(caller, cancellationToken);
        var entryId = Guid.NewGuid().ToString("N")[..8];
        var changed = await changes.ChangeAsync(
            id,
            partition => Decide(partition, member, discipline, version, command, caller, now, entryId, signature),
            cancellationToken
        );
        return await answers.ForAsync(changed, version, caller, cancellationToken);
    }

    internal HouseholdUpdate<PlanOutcome> Decide(
        HouseholdPartition partition,
        int member,
        string discipline,
        int version,
        OpinionRequest command,
        Caller caller,
        DateTimeOffset now,
        string entryId,
        Signature? signature = null
    )
    {
        if (PlanStepContext.For(partition, member, caller, PlanStep.Opine, discipline) is not { File: var file } hand)
        {
            return PlanOutcome.NotFound;
        }
        if (!hand.IsTheirs)
        {
            return PlanOutcome.Refused(CarePlanOutcome.NotYours, file);
        }
        var (checkedOpinion, errors) = check.Check(command, now.ToChinaDate());
        var opinion = checkedOpinion is null
            ? null
            : checkedOpinion with
            {
                Member = member,
                Discipline = discipline,
                Version = version,
                PhysicianId = caller.PhysicianId!,
                By = caller.AccountId,
                SignedAt = now,
                Signature = signature,
            };
        if (opinion is not null && file.Opinions.Any(known => known.Discipline == discipline && known.SaysTheSameAs(opinion)))
        {
            return PlanOutcome.Refused(CarePlanOutcome.DoneBefore, file);
        }

        if (file.Plan.Version != version)
        {
            return PlanOutcome.Refused(CarePlanOutcome.ChangedMeanwhile, file);
        }
        if (hand.To is null)
        {
            return PlanOutcome.Refused(CarePlanOutcome.NotNow, file);
        }
        if (opinion is null)
        {
            return PlanOutcome.Refused(CarePlanOutcome.Invalid, file, errors);
        }
        var next = file.With(opinion, now.ToChinaDate());
        var entry = new Entry(member, now, CarePlanEntries.Opinion, entryId, caller.AccountId)
        {
            Reference = discipline,
            Note = opinion.Findings,
            Facts = CarePlanEntries.Facts(("version", version)),
        };
        return next.Commit(PlanOutcome.Done(next), file, partition, entry);
    }
}
