using System.Text.Json;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Conferences;

/// <summary>The entries that a conference adds to the record.</summary>
internal static class ConferenceEntries
{
    private const string Kind = "conference";

    public static Entry Called(Conference conference, string by) =>
        Of(conference, "called", "called", conference.CalledAt, by, conference.Question, new() { ["physicians"] = conference.Invited });

    public static Entry Signed(Conference conference, ConferenceOpinion opinion, string by) =>
        Of(
            conference,
            "opinion",
            opinion.PhysicianId,
            opinion.SignedAt,
            by,
            opinion.Advice,
            new() { ["physician"] = opinion.PhysicianId, ["findings"] = opinion.Findings }
        );

    public static Entry Concluded(Conference conference, string by) =>
        Of(
            conference,
            "concluded",
            "concluded",
            conference.Conclusion!.At,
            by,
            conference.Conclusion.Text,
            new() { ["proposesRevision"] = conference.Conclusion.ProposesRevision }
        );

    public static Entry Cancelled(Conference conference, string by) =>
        Of(conference, "cancelled", "cancelled", conference.Cancellation!.At, by, conference.Cancellation.Reason, []);

    private static Entry Of(
        Conference conference,
        string step,
        string suffix,
        DateTimeOffset at,
        string by,
        string note,
        Dictionary<string, object> facts
    ) =>
        new(conference.Member, at, Kind, $"{conference.Id}-{suffix}", by)
        {
            Reference = conference.Id,
            Note = note,
            Facts = facts.Prepend(new("step", step)).ToDictionary(fact => fact.Key, fact => JsonSerializer.SerializeToElement(fact.Value)),
        };
}
