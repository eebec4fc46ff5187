using Alleviation.Functions.Consultations;
using Alleviation.Functions.Households;
using Alleviation.Tests.Households;

namespace Alleviation.Tests.Consultations;

/// <summary>Whose turn it is, and what stands on whose list; pure.</summary>
public sealed class ConsultationTurnsTests
{
    private const string Responsible = "P441402004-01";
    private const string Pharmacist = "P441402-05";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly Consultation Begun = new(
        "t",
        1,
        ConsultationKind.Medication,
        Now,
        "w",
        "f",
        "I10",
        CannotDiagnoseOnline: false
    );

    [Fact]
    public void Question_IsThePhysicians_InTwoDays_OrToday()
    {
        Assert.Equal([new HouseholdTask("question", "t", 1, new DateOnly(2026, 11, 25), false, Responsible, "I10")], Tasks(Asked()));
        Assert.Equal(
            [new HouseholdTask("question", "t", 1, new DateOnly(2026, 11, 23), true, Responsible, "I10")],
            Tasks(Asked(urgent: true))
        );
    }

    [Fact]
    public void Answer_IsTheHealthWorkers_UntilItIsUnderstood()
    {
        var answered = Says(Asked(urgent: true), ConsultationAuthor.Physician);

        Assert.Equal((null, true), (Assert.Single(Tasks(answered)).For, Tasks(answered)[0].Urgent));
        Assert.Empty(Tasks(answered.UnderstoodUpTo(answered.Messages[^1].Id)));
        Assert.NotEmpty(Tasks(answered.UnderstoodUpTo(answered.Messages[0].Id)));
        Assert.NotEmpty(Tasks(Says(answered, ConsultationAuthor.Physician).UnderstoodUpTo(answered.Messages[^1].Id)));
    }

    [Fact]
    public void Pharmacist_IsAsked_AndThePhysicianHasItBack()
    {
        var waiting = Says(Asked(), ConsultationAuthor.Physician, asks: true);
        Assert.Equal(Pharmacist, Assert.Single(Tasks(waiting)).For);

        Assert.Equal(ConsultationOutcome.Unanswered, CloseConsultationHandler.MayClose(waiting, ConsultationAuthor.Physician));
        Assert.Null(Assert.Single(Tasks(Says(waiting, ConsultationAuthor.Physician))).For);
        var back = Says(waiting, ConsultationAuthor.Pharmacist);
        Assert.Equal(Responsible, Assert.Single(Tasks(back)).For);
        Assert.Equal([Responsible, Pharmacist], Tasks(Says(waiting, ConsultationAuthor.HealthWorker)).Select(task => task.For));
    }

    [Fact]
    public void UrgentQuestion_StaysUrgentUntilItIsAnswered()
    {
        var again = Says(Asked(urgent: true), ConsultationAuthor.HealthWorker);
        Assert.True(Assert.Single(Tasks(again)).Urgent);

        var answered = Says(again, ConsultationAuthor.Physician);
        Assert.False(Assert.Single(Tasks(Says(answered, ConsultationAuthor.HealthWorker))).Urgent);
    }

    [Theory]
    [InlineData(ConsultationAuthor.HealthWorker, ConsultationOutcome.Done)]
    [InlineData(ConsultationAuthor.Physician, ConsultationOutcome.Unanswered)]
    [InlineData(ConsultationAuthor.Pharmacist, ConsultationOutcome.NotResponsible)]
    [InlineData(ConsultationAuthor.Team, ConsultationOutcome.NotResponsible)]
    public void Unanswered_IsClosedByTheAskingSideOnly(ConsultationAuthor author, ConsultationOutcome outcome) =>
        Assert.Equal(outcome, CloseConsultationHandler.MayClose(Asked(), author));

    [Fact]
    public void NewComplaint_IsClosedWithADispositionOnly()
    {
        var guidance = Says(Begun with { Kind = ConsultationKind.Guidance, CannotDiagnoseOnline = true }, ConsultationAuthor.HealthWorker);
        var answered = Says(guidance, ConsultationAuthor.Physician);

        Assert.Equal(ConsultationOutcome.DispositionMissing, CloseConsultationHandler.MayClose(guidance, ConsultationAuthor.HealthWorker));
        Assert.Equal(ConsultationOutcome.DispositionMissing, CloseConsultationHandler.MayClose(answered, ConsultationAuthor.Physician));
        Assert.Equal(
            ConsultationOutcome.Done,
            CloseConsultationHandler.MayClose(
                Says(guidance, ConsultationAuthor.Physician, new Disposition("visit", "卫生院", "今天", "带上药")),
                ConsultationAuthor.Physician
            )
        );
    }

    [Fact]
    public void Closed_TheAnswerStillWaitsToBeRead()
    {
        var closed = Says(Asked(), ConsultationAuthor.Physician).Closed(new ConsultationClosure(Now, "p", ConsultationAuthor.Physician));
        Assert.False(closed.IsOver);
        Assert.Null(Assert.Single(Tasks(closed)).For);

        Assert.True(closed.UnderstoodUpTo(closed.Messages[^1].Id).IsOver);
        Assert.True(
            Says(Asked(), ConsultationAuthor.Physician).Closed(new ConsultationClosure(Now, "w", ConsultationAuthor.HealthWorker)).IsOver
        );
    }

    private static Consultation Asked(bool urgent = false) => Says(Begun, ConsultationAuthor.HealthWorker, urgent: urgent);

    private static Consultation Says(
        Consultation consultation,
        ConsultationAuthor author,
        Disposition? disposition = null,
        bool asks = false,
        bool urgent = false
    )
    {
        var id = $"m{consultation.Messages.Count}";
        return consultation.With(new MessageHead(id, Now, "a", author, "f"), new NewMessage(id, "x", [], disposition, asks, "f"), urgent);
    }

    private static IReadOnlyList<HouseholdTask> Tasks(Consultation consultation)
    {
        var household = SomeHousehold.Of() with
        {
            PhysicianId = Responsible,
            Team = [new TeamMember("pharmacy", Pharmacist)],
            Tasks = [new HouseholdTask("question", "another", 1, default), new HouseholdTask("question", "t", 1, default)],
        };
        return [.. household.With(consultation).Tasks.Where(task => task.Reference != "another")];
    }
}
