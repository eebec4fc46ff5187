namespace Alleviation.Functions.Households;

/// <summary>A member has left for good: died, moved out of the region, was entered in error.</summary>
/// <param name="Departure">When and why.</param>
/// <param name="Reason">The reason in words, as it stands in what ends because of it.</param>
/// <param name="By">Account id of who noted it.</param>
public sealed record MemberLeaving(int Member, Departure Departure, string Reason, string By, DateTimeOffset At);

/// <param name="Household">The header with what was open taken out of it.</param>
/// <param name="Changes">The documents that change with it.</param>
public sealed record MemberEnd(Household Household, IReadOnlyList<DocumentChange> Changes);

/// <summary>
/// What a slice has open for a member, and how it ends when the member leaves: closed with the reason, so that nobody goes on waiting for
/// somebody who does not come.
/// </summary>
public interface IEndsWithMember
{
    /// <summary>Pure.</summary>
    /// <param name="household">As far as others have ended already.</param>
    MemberEnd End(HouseholdPartition partition, Household household, MemberLeaving leaving);

    /// <summary>Sends the messages that finish the work if the process ends right after the commit.</summary>
    Task AnnounceAsync(HouseholdPartition partition, int member, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Changes what is stored outside the household's partition, once the commit is made.</summary>
    /// <param name="partition">As it was before.</param>
    Task FinishAsync(HouseholdPartition partition, int member, CancellationToken cancellationToken) => Task.CompletedTask;
}
