using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Appointments;

public enum AppointmentOutcome
{
    /// <summary>Booked, moved, cancelled or noted by this call.</summary>
    Done,

    /// <summary>The same was done before. Nothing changed.</summary>
    DoneBefore,

    /// <summary>Something else was booked by this id. Nothing changed.</summary>
    Differs,

    /// <summary>Another booking has the slot. Nothing changed.</summary>
    SlotTaken,

    /// <summary>It is kept, missed or cancelled. Nothing changed.</summary>
    IsOver,

    /// <summary>Its day has not come: nobody knows yet whether the patient comes.</summary>
    NotYet,

    /// <summary>The member has as many to come as one may have.</summary>
    TooMany,

    /// <summary>The member has no open record, or has left.</summary>
    NoRecord,

    Invalid,
    NotFound,
}

/// <param name="View">Null where the caller sees the household no more, or nothing is there.</param>
public sealed record AppointmentResult(AppointmentOutcome Outcome, AppointmentView? View = null)
{
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>The slot that the appointment had until now.</summary>
    internal RequestedSlot? Left { get; init; }
}
