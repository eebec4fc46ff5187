namespace Alleviation.Functions.Households;

/// <summary>
/// The household with the tasks that follow from its documents as they will be: asked with every commit that may change one, so that nobody
/// who writes a document has to know what hangs on it. Pure.
/// </summary>
/// <param name="after">With the documents that change.</param>
public delegate Household FollowingTasks(HouseholdPartition after, Household next, DateTimeOffset now);
