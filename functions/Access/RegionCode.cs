namespace Alleviation.Functions.Access;

/// <summary>GB/T 2260 and the statistical codes below it: province 2 digits, city 4, county 6, township 9, village 12.</summary>
internal static class RegionCode
{
    public static bool IsValid(string code) => code.Length is 2 or 4 or 6 or 9 or 12 && code.All(char.IsAsciiDigit);

    public static bool Covers(string region, string code) =>
        IsValid(region) && IsValid(code) && code.StartsWith(region, StringComparison.Ordinal);
}
