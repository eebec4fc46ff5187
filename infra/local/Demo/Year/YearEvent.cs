using System.Text.Json.Nodes;

namespace Alleviation.Demo.Year;

/// <summary>What somebody does in the course of the demo's year; each is one act at the service's API.</summary>
public enum YearStep
{
    Enrol,
    SubmitPlan,
    GiveOpinion,
    SignPlan,
    RevisePlan,
    CompletePlan,
    CancelPlan,
    Prescribe,
    Visit,
    ReportActivities,
    SignContract,
    Teach,
    ReportTest,
    SeeTest,
    Ask,
    Answer,
    CloseQuestion,
    Refer,
    DeclineReferral,
    AcceptReferral,
    SeePatient,
    AnswerReferral,
    CloseReferral,
    Book,
    Attend,
    CallConference,
    ConferenceOpinion,
    ConcludeConference,
    ProposeTransfer,
    AcceptTransfer,
    Depart,
    MoveVillage,
}

/// <summary>One dated fact of the year.</summary>
/// <param name="Household">Its place in the registry.</param>
/// <param name="Member">The member's number; 0 for the household.</param>
public sealed record YearEvent(DateOnly On, int Household, int Member, YearStep Step)
{
    /// <summary>Of what begins or goes on by it: a case has one id from its first step to its last.</summary>
    public string Id { get; init; } = "";

    /// <summary>What the step needs beside its body: a discipline, a form, a village.</summary>
    public string Word { get; init; } = "";

    /// <summary>Of a visit: the day until which it was due; null where nobody asked for it.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>As it is sent, where the year knows it beforehand.</summary>
    public JsonObject? Body { get; init; }
}
