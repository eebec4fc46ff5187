using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Conferences;

public enum ConferenceOutcome
{
    /// <summary>Called, signed, concluded or cancelled: done by this call.</summary>
    Done,

    /// <summary>The same was done before. Nothing changed.</summary>
    DoneBefore,

    /// <summary>Something else was called by this id, or signed, or concluded before. Nothing changed.</summary>
    Differs,

    /// <summary>It is concluded or cancelled. Nothing changed.</summary>
    IsOver,

    /// <summary>There is nothing to conclude from: nobody has given an opinion.</summary>
    NoOpinion,

    /// <summary>The member has as many open ones as one may have.</summary>
    TooMany,

    /// <summary>The member has no open record, or has left.</summary>
    NoRecord,

    /// <summary>Another physician's to do.</summary>
    NotAllowed,

    Invalid,
    NotFound,
}

public sealed record ConferenceResult(ConferenceOutcome Outcome, ConferenceView? View = null)
{
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    public static ConferenceResult Of(
        ConferenceOutcome outcome,
        Household household,
        Conference conference,
        Caller caller,
        DateOnly today
    ) => new(outcome, caller.MaySee(household, conference.Member) ? ConferenceView.Of(household, conference, caller, today) : null);
}
