using System.Globalization;
using System.Text.RegularExpressions;

namespace Alleviation.Functions.Households;

/// <summary>
/// The keys of the rows in a household's partition: <c>0:</c> and <c>1:</c> say what is read with it. <c>0:plan:01:v0003</c> is of the past
/// and looked up alone; <c>1:household</c>, the header, and <c>1:plan:01</c> are of now. The number is the member's, 00 the household as a
/// whole. A person who goes to another household takes all of his or her rows along, whatever their kind.
/// </summary>
internal static partial class DocumentKeys
{
    /// <summary>What the keys of now begin with; none of the past sorts after it.</summary>
    public const string Now = "1:";
    private const string Past = "0:";

    public static string OfNow(string kind, int member) => string.Create(CultureInfo.InvariantCulture, $"{Now}{kind}:{member:D2}");

    public static string OfPast(string kind, int member) => string.Create(CultureInfo.InvariantCulture, $"{Past}{kind}:{member:D2}");

    public static bool IsOfPast(string key) => key.StartsWith(Past, StringComparison.Ordinal);

    /// <returns>Null for a row of the household as a whole.</returns>
    public static int? MemberOf(string key) =>
        Form().Match(key) is { Success: true } match
        && int.Parse(match.Groups["member"].Value, CultureInfo.InvariantCulture) is > 0 and var member
            ? member
            : null;

    /// <summary>The key with another member.</summary>
    public static string ForMember(string key, int member)
    {
        var place = Form().Match(key).Groups["member"];
        return string.Concat(
            key.AsSpan(0, place.Index),
            member.ToString("D2", CultureInfo.InvariantCulture),
            key.AsSpan(place.Index + place.Length)
        );
    }

    /// <summary>Such as <c>plan</c>, for its past too.</summary>
    public static string KindOf(string key) => Form().Match(key).Groups["kind"].Value;

    [GeneratedRegex("^[01]:(?<kind>[a-zA-Z]+):(?<member>[0-9]{2})(:|$)")]
    private static partial Regex Form();
}

/// <summary>Where a person stands: a member of a household.</summary>
public readonly record struct PersonPlace(HouseholdId Household, int Member);
