using System.Text.Json;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.FollowUps;

/// <summary>A follow-up visit as it is kept; visits are added, never changed.</summary>
/// <param name="Form">The form's code.</param>
/// <param name="ContactMode">Code of list contactMode.</param>
/// <param name="By">Account id.</param>
/// <param name="Answers">By field; readings in their canonical units.</param>
/// <param name="NextDueOn">What the rules, or whoever made the visit, said then.</param>
/// <param name="Fingerprint">Of what was sent: the same again is told apart from something else.</param>
public sealed record Visit(
    string Id,
    int Member,
    string Form,
    DateTimeOffset At,
    string ContactMode,
    string By,
    IReadOnlyDictionary<string, JsonElement> Answers,
    string? Note,
    FollowUpResult Result,
    DateOnly NextDueOn,
    string Fingerprint
)
{
    /// <summary>Past from the beginning: written once.</summary>
    public static DocumentKind<Visit> StoredAs { get; } = new("visit");
}
