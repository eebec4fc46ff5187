using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Changes;
using Alleviation.Functions.FollowUps;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Tests.CarePlans;
using Alleviation.Tests.Households;

namespace Alleviation.Tests.FollowUps;

/// <summary>Decisions on visits to a household of two, whose first member is followed for hypertension: due in 14 days.</summary>
internal static class VisitDecisions
{
    public const string Form = "hypertension";
    public static readonly DateOnly On = SomeVisit.On;
    public static readonly DateTimeOffset Now = ChinaTime.StartOf(On).AddHours(9);
    public static readonly VisitDecision Decision = new(SomeVisit.Forms, new ReadingKinds(SomePlan.Seeds), Now);

    public static readonly ClientId Id = ClientId.TryParse(new string('1', 32), out var id) ? id : default;
    public static readonly ClientId OtherId = ClientId.TryParse(new string('2', 32), out var id) ? id : default;

    public static HouseholdUpdate<DecidedVisit> Save(HouseholdPartition partition, CheckedVisit visit) =>
        Decide(partition, visit, SomeHousehold.Worker);

    public static HouseholdUpdate<DecidedVisit> Decide(
        HouseholdPartition partition,
        CheckedVisit visit,
        Caller caller,
        int member = 1,
        ClientId? id = null
    ) => Decision.On(partition, member, id ?? Id, visit, [], caller);

    public static SaveVisitOutcome Outcome(HouseholdUpdate<DecidedVisit> update) => update.Outcome.Outcome;

    public static HouseholdPartition After(HouseholdPartition before, HouseholdUpdate<DecidedVisit> update) =>
        before.With(update.Changes) with
        {
            Stored = before.Stored with { Household = update.Next! },
        };

    public static CheckedVisit Checked(string changes = "{}", DateTimeOffset? at = null, string? note = null) =>
        new(
            SomeVisit.Forms.Find(Form)!,
            at ?? Now,
            "2",
            SomeVisit.AnswersSent(Form, changes).Deserialize<Dictionary<string, JsonElement>>()!,
            null,
            note,
            "fingerprint"
        );

    public static HouseholdPartition Partition(
        bool isPlanned = true,
        DateOnly? dueOn = null,
        DateOnly? endsOn = null,
        DateOnly? bornOn = null,
        int outOfControl = 0
    )
    {
        var care = SomePlan.InForce("I10");
        care = care with
        {
            Schedule = care.Schedule with
            {
                FollowUps =
                [
                    care.Schedule.FollowUps[0] with
                    {
                        NextDueOn = dueOn ?? On.AddDays(14),
                        EndsOn = endsOn,
                        OutOfControl = outOfControl,
                    },
                ],
            },
        };
        var member = SomePlan.Member("I10");
        member = member with { BornOn = bornOn ?? member.BornOn, Plan = isPlanned ? care.Summarise() : null };
        var household = SomeHousehold.Of(member, SomePlan.Member() with { Number = 2, Name = "other" });
        var record = HealthRecord.StoredAs.Of(1).Put(new HealthRecord(1, "44140200400100001", On));
        return isPlanned
            ? SomeHousehold.With(household, record, MemberCare.StoredAs.Of(1).Put(care))
            : SomeHousehold.With(household, record);
    }
}
