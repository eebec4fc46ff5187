using System.Globalization;

namespace Alleviation.Demo.People;

/// <summary>
/// Citizen IDs (GB 11643) of people who do not exist: the form and the check character are right, but the region prefixes 441491 to 441498
/// were never assigned by GB/T 2260, so nobody holds one. No number is given out twice by one instance, which remembers a counter for each
/// prefix, year and sex and no more.
/// </summary>
public sealed class CitizenIds(DateOnly asOf)
{
    private const string CheckCharacters = "10X98765432";

    /// <summary>Sequences of one day and sex: 001, 003 … for men, 002, 004 … for women.</summary>
    private const int SequencesPerDay = 499;

    /// <summary>Spreads birthdays that are given out one after the other over the year; prime.</summary>
    private const int Stride = 149;

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private readonly Dictionary<(int Prefix, int Year, bool Male), int> _given = [];

    /// <param name="county">1 to 8.</param>
    public (string IdNumber, DateOnly BornOn) Next(int county, int year, bool male)
    {
        var key = (county, year, male);
        var given = _given.GetValueOrDefault(key);
        _given[key] = given + 1;

        var days = year == asOf.Year ? asOf.DayOfYear : new DateOnly(year, 12, 31).DayOfYear;
        if (given / days >= SequencesPerDay)
        {
            throw new InvalidOperationException($"No citizen ID is left for a birth in {year}.");
        }
        var first = county * 97 + year * 31 + (male ? 7 : 0);
        var bornOn = new DateOnly(year, 1, 1).AddDays((int)((first + (long)given * (days % Stride == 0 ? 1 : Stride)) % days));
        var sequence = given / days * 2 + (male ? 1 : 2);
        var body = string.Create(CultureInfo.InvariantCulture, $"44149{county}{bornOn:yyyyMMdd}{sequence:D3}");
        return (body + CheckCharacter(body), bornOn);
    }

    public static char CheckCharacter(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var index = 0; index < Weights.Length; index++)
        {
            sum += (body[index] - '0') * Weights[index];
        }
        return CheckCharacters[sum % 11];
    }
}
