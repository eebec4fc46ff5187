using Microsoft.AspNetCore.Http;

namespace Alleviation.Functions.Access;

/// <summary>A call that is being carried out, until it is on record how it ended.</summary>
public sealed class AuditedCall(AuditKey key, AuditRecord record, HttpContext httpContext)
{
    private static readonly AsyncLocal<AuditedCall?> UnderWay = new();

    private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Func<Task>> _afterwards = [];
    private int _commits;

    /// <summary>The call that the caller of this works for; null for messages and timers.</summary>
    public static AuditedCall? Current => UnderWay.Value;

    public AuditKey Key => key;

    /// <summary>As far as it is known now.</summary>
    public AuditRecord Record => record with { Subject = AuditNote.SubjectOf(httpContext) };

    /// <summary>Null where nobody is signed in.</summary>
    public Caller? Caller => (httpContext.User.Identity as CallerIdentity)?.Caller;

    /// <summary>Its record stands in the audit and only has to be completed.</summary>
    internal bool IsBegun { get; set; }

    /// <summary>Its record stands in a transaction that was committed, or may have been.</summary>
    internal bool IsInChange => _commits > 0;

    /// <summary>Its record stands in a transaction that was committed.</summary>
    internal bool IsCommitted { get; private set; }

    /// <summary>When it is over: whether its record stands in the audit.</summary>
    public Task<bool> Ended => _ended.Task;

    /// <summary>Does the work when the call's record stands in the audit; at once where no call is under way.</summary>
    public static Task AfterwardsAsync(Func<Task> work)
    {
        if (Current is not { } call)
        {
            return work();
        }
        call._afterwards.Add(work);
        return Task.CompletedTask;
    }

    /// <summary>Its record is about to be committed with a change.</summary>
    public void EnterChange() => _commits++;

    /// <summary>That commit was made.</summary>
    public void Committed() => IsCommitted = true;

    /// <summary>That commit was not made, as far as can be told.</summary>
    public void LeaveChange() => _commits--;

    /// <summary>What is awaited from here on is done for this call.</summary>
    internal void Enter() => UnderWay.Value = this;

    /// <summary>It is over.</summary>
    /// <param name="isRecorded">Its record stands in the audit: what had to wait for that is done; the caller does not wait for it.</param>
    internal void End(bool isRecorded)
    {
        if (_ended.TrySetResult(isRecorded) && isRecorded && _afterwards.Count > 0)
        {
            httpContext.Response.OnCompleted(FinishAsync);
        }
    }

    /// <summary>The same where its answer leaves before its record stands in the audit.</summary>
    internal Task EndAfterAnswerAsync(bool isRecorded) =>
        _ended.TrySetResult(isRecorded) && isRecorded ? FinishAsync() : Task.CompletedTask;

    private Task FinishAsync() => Task.WhenAll(_afterwards.Select(work => work()));
}
