using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Alleviation.Functions.Households;

/// <summary>
/// A physician's id: P, the code of the region first served, a dash and a number, such as <c>P441402004-01</c>. Its county is the
/// partition of the roster, so whoever moves to another county gets a new id.
/// </summary>
public readonly partial record struct PhysicianId
{
    private const int CountyLength = 6;

    private PhysicianId(string value) => Value = value;

    public string Value { get; }

    /// <summary>The county's code, or the city's or the province's for those who serve beyond a county.</summary>
    public string Partition =>
        Value[1..Value.IndexOf('-', StringComparison.Ordinal)] is { Length: > CountyLength } region
            ? region[..CountyLength]
            : Value[1..Value.IndexOf('-', StringComparison.Ordinal)];

    public static bool TryParse([NotNullWhen(true)] string? text, out PhysicianId id)
    {
        id = default;
        if (text is null || !Form().IsMatch(text))
        {
            return false;
        }
        id = new PhysicianId(text);
        return true;
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"^P(?:[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})-[0-9]{2,5}\z")]
    private static partial Regex Form();
}
