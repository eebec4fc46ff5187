using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Queues;
using Azure;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Reminders;

public enum SendReminderOutcome
{
    /// <summary>The gateway has it, or had it before.</summary>
    Sent,

    /// <summary>Given up: refused, or asked too often.</summary>
    Failed,

    /// <summary>Put off: it is night, somebody else is at it, or the gateway did not take it.</summary>
    Later,

    /// <summary>The event that it is about was never committed, or is no longer valid.</summary>
    NothingToTell,
}

/// <summary>
/// Tells a family, at most once for each event. Claimed in a row of its own before the gateway is asked; a host that dies in between
/// leaves a claim that runs out, and the next attempt carries the same id, which a gateway takes once.
/// </summary>
public sealed partial class SendReminderHandler(
    AnnouncedHousehold announced,
    ReminderTable deliveries,
    ReminderFacts facts,
    ReminderTexts texts,
    IReminderChannel channel,
    HouseholdChanges changes,
    MessageSender messages,
    IOptions<RemindersOptions> options,
    TimeProvider clock,
    ILogger<SendReminderHandler> log
)
{
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(1);
    private readonly RemindersOptions _options = options.Value;

    public async Task<SendReminderOutcome> HandleAsync(Delivery<ReminderDue> delivery, CancellationToken cancellationToken)
    {
        var message = delivery.Message;
        if (!_options.IsOn || await announced.ReadAsync(delivery, cancellationToken) is not { Household: var household } partition)
        {
            return SendReminderOutcome.NothingToTell;
        }
        var (known, guard) = await deliveries.FindAsync(household.Id, message.Reminder, cancellationToken);
        if (known is { IsOver: true })
        {
            return await NoteAsync(household.Id, message.Reminder, known, guard, cancellationToken);
        }
        var now = clock.GetUtcNow();
        if (known is { State: ReminderState.Sending, Until: { } until } && until > now)
        {
            return await PutOffAsync(message, until - now, cancellationToken);
        }
        if (await facts.FindAsync(household, message.Reminder, cancellationToken) is not { } fact)
        {
            return SendReminderOutcome.NothingToTell;
        }
        if (new QuietHours(_options.QuietFrom, _options.QuietUntil).LeftAt(now) is { } quiet)
        {
            return await PutOffAsync(message, quiet, cancellationToken);
        }
        var attempts = (known?.Attempts ?? 0) + 1;
        var claim = new ReminderDelivery(ReminderState.Sending, attempts, now + Claim);
        if (await deliveries.WriteAsync(household.Id, message.Reminder, claim, guard, cancellationToken) is not { } claimed)
        {
            return await PutOffAsync(message, Claim, cancellationToken);
        }

        var answer = PhoneOf(partition, message.Reminder.Member) is { } phone
            ? await channel.SendAsync(Outbound(household.Id, message.Reminder, phone, fact), cancellationToken)
            : new ChannelAnswer(ChannelOutcome.Refused, "no-phone");
        var next = After(claim, answer);
        if (await deliveries.WriteAsync(household.Id, message.Reminder, next, claimed, cancellationToken) is not { } written)
        {
            throw new ChangedMeanwhileException();
        }
        if (next.IsOver)
        {
            return await NoteAsync(household.Id, message.Reminder, next, written, cancellationToken);
        }
        NotTaken(household.Id.Value, message.Reminder.Kind, attempts, answer.Code);
        return await PutOffAsync(message, WaitAfter(attempts), cancellationToken);
    }

    private static string? PhoneOf(HouseholdPartition partition, int member) =>
        partition.Find(Member.StoredAs.Of(member))?.Phone ?? partition.Household.Phone;

    private OutboundMessage Outbound(HouseholdId household, Reminder reminder, string phone, ReminderFact fact)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{household}/{reminder.Key}")))[..32];
        var kind = JsonNamingPolicy.CamelCase.ConvertName(reminder.Kind.ToString());
        return new OutboundMessage(id, kind, _options.Language, phone, texts.Of(reminder.Kind, _options.Language, fact.At));
    }

    private ReminderDelivery After(ReminderDelivery claim, ChannelAnswer answer) =>
        answer.Outcome switch
        {
            ChannelOutcome.Taken => Ended(claim, ReminderState.Sent, null),
            ChannelOutcome.NotNow when claim.Attempts < _options.Attempts => claim with
            {
                State = ReminderState.Waiting,
                Until = null,
                Code = answer.Code,
            },
            _ => Ended(claim, ReminderState.Failed, answer.Code),
        };

    private ReminderDelivery Ended(ReminderDelivery claim, ReminderState state, string? code) =>
        claim with
        {
            State = state,
            Until = null,
            Code = code,
            EndedAt = DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds()),
        };

    private async Task<SendReminderOutcome> NoteAsync(
        HouseholdId household,
        Reminder reminder,
        ReminderDelivery ended,
        ETag guard,
        CancellationToken cancellationToken
    )
    {
        if (!ended.IsNoted)
        {
            // The entry's key follows from the stored outcome alone: noted twice, it is one entry.
            await changes.ChangeAsync(
                household,
                partition => HouseholdUpdate.Of(true, partition.Household, ReminderEntries.Of(reminder, ended).Put()),
                cancellationToken
            );
            await deliveries.WriteAsync(household, reminder, ended with { IsNoted = true }, guard, cancellationToken);
        }

        return ended.State is ReminderState.Sent ? SendReminderOutcome.Sent : SendReminderOutcome.Failed;
    }

    private async Task<SendReminderOutcome> PutOffAsync(ReminderDue message, TimeSpan wait, CancellationToken cancellationToken)
    {
        await messages.SendAsync(message, wait, cancellationToken);
        return SendReminderOutcome.Later;
    }

    private TimeSpan WaitAfter(int attempts)
    {
        var wait = _options.FirstWait * Math.Pow(2, attempts - 1);
        return wait < MaxWait ? wait : MaxWait;
    }

    [LoggerMessage(LogLevel.Warning, "A reminder of {Kind} for household {Household} was not taken at attempt {Attempt}: {Code}")]
    private partial void NotTaken(string household, ReminderKind kind, int attempt, string? code);

    /// <summary>Whether the family was told, or it was given up, and that stands in the record.</summary>
    public async Task<bool> IsDoneAsync(ReminderDue message, CancellationToken cancellationToken) =>
        HouseholdId.TryParse(message.Household, out var household)
        && (await deliveries.FindAsync(household, message.Reminder, cancellationToken)).Delivery is { IsOver: true, IsNoted: true };
}
