using System.Globalization;
using Alleviation.Functions.Households;

namespace Alleviation.Tests.Support;

/// <summary>Valid things that no test cares about in detail, each different from the one before.</summary>
public static class Some
{
    public const string Village = "441402004001";
    public const string Township = "441402004";
    public const string County = "441402";
    public const string City = "4414";
    private static int _last;

    private static int Next => Interlocked.Increment(ref _last);

    public static string RegistrationNumber() => string.Create(CultureInfo.InvariantCulture, $"TEST{Next:D8}");

    /// <summary>A valid citizen ID of nobody.</summary>
    public static string IdNumber(string bornOn = "19660203", bool male = true)
    {
        var number = Next;
        // The sequence holds 500 of a sex for a day; the region takes the rest.
        var digits = string.Create(
            CultureInfo.InvariantCulture,
            $"{441400 + (number / 500 % 100):D6}{bornOn}{(number % 500 * 2) + (male ? 1 : 0):D3}"
        );
        return digits + CitizenId.CheckCharacterOf(digits);
    }

    public static Dictionary<string, object?> Member(
        string relationship = "0",
        string bornOn = "19660203",
        bool male = true,
        params string[] conditions
    ) =>
        new()
        {
            ["name"] = string.Create(CultureInfo.InvariantCulture, $"测试{Next}"),
            ["idNumber"] = IdNumber(bornOn, male),
            ["relationship"] = relationship,
            ["conditions"] = conditions
                .Select(code => new Dictionary<string, object?> { ["code"] = code, ["diagnosedOn"] = "2020-05-01" })
                .ToList(),
            ["readings"] = new List<Dictionary<string, object?>>(),
        };

    /// <summary>A household of four with one chronic patient, as JSON would have it.</summary>
    public static Dictionary<string, object?> Household(string village = Village, params Dictionary<string, object?>[] members) =>
        new()
        {
            ["registrationNumber"] = RegistrationNumber(),
            ["villageCode"] = village,
            ["address"] = "示范路1号",
            ["phone"] = "13800000000",
            ["kind"] = "general",
            ["causes"] = new[] { "illness" },
            ["members"] =
                members.Length > 0
                    ? members.ToList()
                    :
                    [
                        Member(conditions: "I10"),
                        Member("1", "19680405", male: false),
                        Member("2", "19950607"),
                        Member("3", "20010809", male: false),
                    ],
        };
}
