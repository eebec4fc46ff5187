namespace Alleviation.Functions.Reminders;

/// <summary>A way to a family's phone.</summary>
public interface IReminderChannel
{
    /// <summary>Hands a message over. The same id twice is the same message: a gateway sends it once.</summary>
    Task<ChannelAnswer> SendAsync(OutboundMessage message, CancellationToken cancellationToken);
}

/// <param name="Id">The same for every attempt.</param>
/// <param name="To">The phone's number as it was given; personal: never logged.</param>
public sealed record OutboundMessage(string Id, string Kind, string Language, string To, string Text)
{
    public override string ToString() => $"{nameof(OutboundMessage)} {Id}";
}

/// <param name="Code">What a gateway that refuses is remembered by, such as <c>http-422</c>; no words of its own, which may be
/// personal.</param>
public sealed record ChannelAnswer(ChannelOutcome Outcome, string? Code = null);

public enum ChannelOutcome
{
    Taken,

    /// <summary>It will not be taken, however often it is sent.</summary>
    Refused,

    /// <summary>Later, perhaps.</summary>
    NotNow,
}
