using System.Text.RegularExpressions;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Referrals;

/// <summary>What a ledger is narrowed to; null for everything.</summary>
/// <param name="IsReceived">Of a physician's: received, else sent by whoever it was.</param>
/// <param name="From">Sent on this day or later.</param>
/// <param name="To">Sent on this day or before.</param>
public sealed partial record ReferralLedgerFilter(
    string? Village = null,
    ReferralDirection? Direction = null,
    bool? IsOver = null,
    bool? IsReceived = null,
    DateOnly? From = null,
    DateOnly? To = null
)
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>Nine digits to the base of 36 hold the milliseconds of more than three thousand years.</summary>
    private const int Length = 9;
    private const long Count = 101_559_956_668_416;

    /// <summary>A moment as nine characters: the later, the earlier it sorts.</summary>
    internal static string OrderOf(DateTimeOffset moment) =>
        string.Create(
            Length,
            Count - 1 - moment.ToUnixTimeMilliseconds(),
            static (digits, rest) =>
            {
                for (var place = digits.Length - 1; place >= 0; place--)
                {
                    (digits[place], rest) = (Digits[(int)(rest % Digits.Length)], rest / Digits.Length);
                }
            }
        );

    /// <summary>All lines lie between these keys, which belong to none: a colon follows the order, and a semicolon the colon.</summary>
    internal (string From, string Before) Keys =>
        (
            To is { } last ? $"{ViewKeys.Lines}{OrderOf(ChinaTime.StartOf(last.AddDays(1)))};" : ViewKeys.Lines,
            From is { } first ? $"{ViewKeys.Lines}{OrderOf(ChinaTime.StartOf(first))};" : $"{ViewKeys.Lines[..^1]};"
        );

    /// <summary>Whether a cursor is the key of a line.</summary>
    internal static bool IsLine(string key) => Line().IsMatch(key);

    [GeneratedRegex(@"^1:[0-9A-Z]{9}:[0-9]{12}:[0-9a-f]{2}-[0-9a-f]{30}:[0-9]{2}\z")]
    private static partial Regex Line();
}
