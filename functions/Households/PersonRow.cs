using System.Globalization;
using System.Text.RegularExpressions;

namespace Alleviation.Functions.Households;

/// <summary>Where a person stands: a member of a household.</summary>
public readonly record struct PersonPlace(HouseholdId Household, int Member);

/// <summary>
/// Which rows of a household's partition belong to a person. Every such key is <c>{kind}:01</c>, or begins so, with <c>history:</c> before
/// it or not; member 00 is the household as a whole. A person who goes to another household takes all of them along, whatever their kind.
/// </summary>
internal static partial class PersonRow
{
    /// <returns>Null for a row of the household as a whole.</returns>
    public static int? MemberOf(string rowKey) =>
        Form().Match(rowKey) is { Success: true } match && int.Parse(match.Groups["member"].Value, CultureInfo.InvariantCulture) is > 0 and var member ? member : null;

    /// <summary>The row's key with another member.</summary>
    public static string KeyFor(string rowKey, int member)
    {
        var place = Form().Match(rowKey).Groups["member"];
        return string.Concat(rowKey.AsSpan(0, place.Index), member.ToString("D2", CultureInfo.InvariantCulture), rowKey.AsSpan(place.Index + place.Length));
    }

    /// <summary>Such as <c>plan</c>, for its history too.</summary>
    public static string KindOf(string rowKey) => Form().Match(rowKey).Groups["kind"].Value;

    /// <summary>Whether it is left out when the household is read: history, and what sorts before the header.</summary>
    public static bool IsPast(string rowKey) => string.CompareOrdinal(rowKey, HouseholdRow.Key) < 0;

    [GeneratedRegex("^(history:)?(?<kind>[a-zA-Z]+):(?<member>[0-9]{2})(:|$)")]
    private static partial Regex Form();
}
