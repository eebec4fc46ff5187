using System.Globalization;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Browser.Print;

/// <summary>The people of <see cref="PrintedHousehold"/>, as they are enrolled.</summary>
internal static class PrintedMembers
{
    public static Dictionary<string, object?>[] All()
    {
        var newborn = TimeProvider.System.GetUtcNow().AddDays(-10);
        var members = new[]
        {
            Some.Member("0", "19520203", true, "I10", "E11"),
            Some.Member("2", "19850405", true, "F20"),
            Some.Member("8", "19950607", false, "Z34", "Z39"),
            Some.Member("4", newborn.ToString("yyyyMMdd", CultureInfo.InvariantCulture), false, "Z38"),
            Some.Member("7", "19600809", true, "A15"),
        };
        members[PrintedHousehold.Newborn - 1]["conditions"] = new[] { new { code = "Z38" } };
        members[0]["phone"] = "13800000001";
        members[0]["basicInformation"] = new Dictionary<string, object?>
        {
            ["residence"] = "1",
            ["abo"] = "3",
            ["rh"] = "2",
            ["education"] = "8",
            ["occupation"] = "4",
            ["ethnicGroup"] = "01",
            ["marriage"] = "2",
            ["payment"] = new[] { "3", "4" },
            ["drugAllergies"] = new[] { "2", "5" },
            ["drugAllergyOther"] = "头孢克洛",
            ["exposures"] = new[] { "1" },
            ["pastIllnesses"] = new[] { new { code = "2", on = "2015-04-01" }, new { code = "3", on = "2019-11-01" } },
            ["familyHistory"] = new { father = new[] { "2", "7" }, mother = new[] { "1" } },
            ["disabilities"] = new[] { "1" },
            ["kitchenExhaust"] = "4",
            ["fuel"] = "5",
            ["water"] = "3",
            ["toilet"] = "2",
            ["livestockPen"] = "4",
        };
        members[0]["readings"] = new[] { new { code = "height", value = 165 } };
        return members;
    }
}
