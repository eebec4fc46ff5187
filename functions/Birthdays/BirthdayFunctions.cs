using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Birthdays;

/// <summary>The timer that follows birthdays.</summary>
public sealed class BirthdayFunctions(FollowBirthdaysHandler followBirthdays)
{
    /// <summary>At half past midnight in China.</summary>
    [Function("FollowBirthdays")]
    public Task FollowAsync([TimerTrigger("0 30 16 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        followBirthdays.HandleAsync(cancellationToken);
}
