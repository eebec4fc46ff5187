using Alleviation.Functions.Consultations;
using Alleviation.Functions.Households;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Consultations;

/// <summary>Whose turn it is, and what stands on whose list; pure.</summary>
public sealed class ThreadTurnsTests
{
    private const string Responsible = "P441402004-01";
    private const string Pharmacist = "P441402-05";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly ConsultationThread Begun = new("t", 1, ThreadKind.Medication, Now, "w", "f", "I10", CannotDiagnoseOnline: false);

    [Fact]
    public void Question_IsThePhysicians_InTwoDays_OrToday()
    {
        Assert.Equal([new HouseholdTask("question", "t", 1, new DateOnly(2026, 11, 25), false, Responsible, "I10")], Tasks(Asked()));
        Assert.Equal([new HouseholdTask("question", "t", 1, new DateOnly(2026, 11, 23), true, Responsible, "I10")], Tasks(Asked(urgent: true)));
    }

    [Fact]
    public void Answer_IsTheHealthWorkers_UntilItIsUnderstood()
    {
        var answered = Says(Asked(urgent: true), ThreadAuthor.Physician);

        Assert.Equal((null, true), (Assert.Single(Tasks(answered)).For, Tasks(answered)[0].Urgent));
        Assert.Empty(Tasks(answered.UnderstoodUpTo(answered.Messages[^1].Id)));
        Assert.NotEmpty(Tasks(answered.UnderstoodUpTo(answered.Messages[0].Id)));
        Assert.NotEmpty(Tasks(Says(answered, ThreadAuthor.Physician).UnderstoodUpTo(answered.Messages[^1].Id)));
    }

    [Fact]
    public void Pharmacist_IsAsked_AndThePhysicianHasItBack()
    {
        var waiting = Says(Asked(), ThreadAuthor.Physician, asks: true);
        Assert.Equal(Pharmacist, Assert.Single(Tasks(waiting)).For);

        Assert.Equal(ThreadOutcome.Unanswered, CloseThreadHandler.MayClose(waiting, ThreadAuthor.Physician));
        Assert.Null(Assert.Single(Tasks(Says(waiting, ThreadAuthor.Physician))).For);
        var back = Says(waiting, ThreadAuthor.Pharmacist);
        Assert.Equal(Responsible, Assert.Single(Tasks(back)).For);
        Assert.Equal([Responsible, Pharmacist], Tasks(Says(waiting, ThreadAuthor.HealthWorker)).Select(task => task.For));
    }

    [Fact]
    public void UrgentQuestion_StaysUrgentUntilItIsAnswered()
    {
        var again = Says(Asked(urgent: true), ThreadAuthor.HealthWorker);
        Assert.True(Assert.Single(Tasks(again)).Urgent);

        var answered = Says(again, ThreadAuthor.Physician);
        Assert.False(Assert.Single(Tasks(Says(answered, ThreadAuthor.HealthWorker))).Urgent);
    }

    [Theory]
    [InlineData(ThreadAuthor.HealthWorker, ThreadOutcome.Done)]
    [InlineData(ThreadAuthor.Physician, ThreadOutcome.Unanswered)]
    [InlineData(ThreadAuthor.Pharmacist, ThreadOutcome.NotResponsible)]
    [InlineData(ThreadAuthor.Team, ThreadOutcome.NotResponsible)]
    public void Unanswered_IsClosedByTheAskingSideOnly(ThreadAuthor author, ThreadOutcome outcome) => Assert.Equal(outcome, CloseThreadHandler.MayClose(Asked(), author));

    [Fact]
    public void NewComplaint_IsClosedWithADispositionOnly()
    {
        var guidance = Says(Begun with { Kind = ThreadKind.Guidance, CannotDiagnoseOnline = true }, ThreadAuthor.HealthWorker);
        var answered = Says(guidance, ThreadAuthor.Physician);

        Assert.Equal(ThreadOutcome.DispositionMissing, CloseThreadHandler.MayClose(guidance, ThreadAuthor.HealthWorker));
        Assert.Equal(ThreadOutcome.DispositionMissing, CloseThreadHandler.MayClose(answered, ThreadAuthor.Physician));
        Assert.Equal(ThreadOutcome.Done, CloseThreadHandler.MayClose(Says(guidance, ThreadAuthor.Physician, new Disposition("visit", "卫生院", "今天", "带上药")), ThreadAuthor.Physician));
    }

    [Fact]
    public void Closed_TheAnswerStillWaitsToBeRead()
    {
        var closed = Says(Asked(), ThreadAuthor.Physician).Closed(new ThreadClosure(Now, "p", ThreadAuthor.Physician));
        Assert.False(closed.IsOver);
        Assert.Null(Assert.Single(Tasks(closed)).For);

        Assert.True(closed.UnderstoodUpTo(closed.Messages[^1].Id).IsOver);
        Assert.True(Says(Asked(), ThreadAuthor.Physician).Closed(new ThreadClosure(Now, "w", ThreadAuthor.HealthWorker)).IsOver);
    }

    private static ConsultationThread Asked(bool urgent = false) => Says(Begun, ThreadAuthor.HealthWorker, urgent: urgent);

    private static ConsultationThread Says(ConsultationThread thread, ThreadAuthor author, Disposition? disposition = null, bool asks = false, bool urgent = false)
    {
        var id = $"m{thread.Messages.Count}";
        return thread.With(new MessageHead(id, Now, "a", author, "f"), new NewMessage(id, "x", [], disposition, asks, "f"), urgent);
    }

    private static IReadOnlyList<HouseholdTask> Tasks(ConsultationThread thread)
    {
        Assert.True(HouseholdId.TryParse($"00-{new string('0', 30)}", out var id));
        var household = new Household(id, 1, HouseholdStage.Routed, "R", Some.Village, null, null, "general", [], "f", Now, "a")
        {
            PhysicianId = Responsible,
            Team = [new TeamMember("pharmacy", Pharmacist)],
            Tasks = [new HouseholdTask("question", "another", 1, default), new HouseholdTask("question", "t", 1, default)],
        };
        return [.. household.With(thread).Tasks.Where(task => task.Reference != "another")];
    }
}
