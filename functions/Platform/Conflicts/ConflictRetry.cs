using Alleviation.Functions.Platform.Queues;
using Polly;
using Polly.Retry;

namespace Alleviation.Functions.Platform.Conflicts;

/// <summary>
/// The one way to try again where somebody else was quicker: reading, deciding and writing are all made anew, at once. What fails for
/// another reason is not tried again here; the storage client does that.
/// </summary>
public static class ConflictRetry
{
    /// <summary>Eight at once on one partition: each commit overtakes all others, and the last has been overtaken seven times.</summary>
    public const int MaxAttempts = 8;

    /// <param name="attempt">Reads, decides and writes.</param>
    /// <exception cref="ChangedMeanwhileException">Others were quicker each time.</exception>
    public static async Task<T> RunAsync<T>(Func<CancellationToken, Task<Attempt<T>>> attempt, CancellationToken cancellationToken)
    {
        var last = await Pipeline<T>.Instance.ExecuteAsync(
            static async (attempt, token) => await attempt(token),
            attempt,
            cancellationToken
        );
        return last.IsDone ? last.Result : throw new ChangedMeanwhileException();
    }

    /// <param name="attempt">Reads, decides and writes; false where somebody else was quicker.</param>
    /// <exception cref="ChangedMeanwhileException">Others were quicker each time.</exception>
    public static Task RunAsync(Func<CancellationToken, Task<bool>> attempt, CancellationToken cancellationToken) =>
        RunAsync(async token => await attempt(token) ? Attempt.Done(true) : Attempt.Overtaken<bool>(), cancellationToken);

    private static class Pipeline<T>
    {
        public static readonly ResiliencePipeline<Attempt<T>> Instance = new ResiliencePipelineBuilder<Attempt<T>>()
            .AddRetry(
                new RetryStrategyOptions<Attempt<T>>
                {
                    MaxRetryAttempts = MaxAttempts - 1,
                    Delay = TimeSpan.Zero,
                    ShouldHandle = static arguments => new ValueTask<bool>(arguments.Outcome is { Exception: null, Result.IsDone: false }),
                }
            )
            .Build();
    }
}

/// <summary>What came of one attempt.</summary>
/// <param name="IsDone">False where somebody else was quicker.</param>
public readonly record struct Attempt<T>(bool IsDone, T Result);

public static class Attempt
{
    public static Attempt<T> Done<T>(T result) => new(true, result);

    public static Attempt<T> Overtaken<T>() => new(false, default!);
}
