using System.Globalization;

namespace Alleviation.Functions.Households.Storage;

/// <summary>
/// The row keys in a partition of a view. <c>0:{household}</c>, in a township <c>0:{village}:{household}</c>, is the household's own row,
/// which guards its lines. <c>1:{order}:{village}:{household}:{member}</c> is a line, and sorts by the nine characters of its order.
/// </summary>
internal static class ViewKeys
{
    public const string Guards = "0:";
    public const string Lines = "1:";
    private const int OrderLength = 9;

    public static string GuardOf(HouseholdId household) => $"{Guards}{household}";

    public static string GuardOf(string villageCode, HouseholdId household) => $"{VillageOf(villageCode)}{household}";

    /// <summary>What the keys of a village's households begin with.</summary>
    public static string VillageOf(string villageCode) => $"{Guards}{villageCode}:";

    /// <param name="order">Nine characters.</param>
    /// <param name="member">0 for the household as a whole.</param>
    public static string LineOf(string order, string villageCode, HouseholdId household, int member) =>
        LineAt(string.Create(CultureInfo.InvariantCulture, $"{order}{member:D2}"), villageCode, household.Value);

    /// <summary>The line's order and member, which alone tell the lines of one household and village apart.</summary>
    public static string PlaceOf(string line) => string.Concat(line.AsSpan(Lines.Length, OrderLength), line.AsSpan(line.Length - 2));

    public static string LineAt(string place, string villageCode, string household) =>
        $"{Lines}{place[..OrderLength]}:{villageCode}:{household}:{place[OrderLength..]}";

    public static string HouseholdOf(string guard) => guard[(guard.LastIndexOf(':') + 1)..];
}
