using System.Text.Json;
using System.Text.Json.Nodes;
using Alleviation.Functions.FollowUps;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Tests.FollowUps;

/// <summary>The examples of seeds/cases/visits.json.</summary>
/// <param name="Good">By form: answers that are right and in control.</param>
internal sealed record VisitCases(DateOnly On, IReadOnlyDictionary<string, JsonObject> Good, IReadOnlyList<VisitCase> Items)
{
    public static VisitCases All { get; } = new SeedFolder().Read<VisitCases>("cases", "visits");
}

/// <param name="Wrong">Message codes by field; null where the visit is kept.</param>
internal sealed record VisitCase(
    string Form,
    JsonElement Changes,
    int Age,
    int InARow = 0,
    int? EveryDays = null,
    IReadOnlyList<string>? Confirmed = null,
    IReadOnlyDictionary<string, string>? Wrong = null,
    string? Outcome = null,
    IReadOnlyList<string>? Actions = null,
    bool? InControl = null,
    IReadOnlyList<string>? Urgent = null,
    DateOnly? NextDueOn = null
)
{
    public FollowUpResult Decide(IReadOnlyDictionary<string, JsonElement> answers) =>
        FollowUpRules.Of(SomeVisit.Forms.Find(Form)!, answers, Age, InARow, EveryDays, VisitCases.All.On);
}
