using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Birthdays;

/// <summary>What comes with an age.</summary>
public sealed class BirthdayFunctions(FollowBirthdaysHandler followBirthdays)
{
    /// <summary>At half past midnight in China.</summary>
    [Function("FollowBirthdays")]
    public Task FollowAsync([TimerTrigger("0 30 16 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        followBirthdays.HandleAsync(cancellationToken);
}
