namespace Alleviation.Functions.Households;

/// <summary>A header as it was read, with what guards the next commit.</summary>
/// <param name="CommitId">Of the commit that wrote it: tells one's own commit, whose answer was lost, from somebody else's.</param>
/// <param name="Tag">Entity tag of its row.</param>
public sealed record StoredHousehold(Household Household, string CommitId, string Tag);
