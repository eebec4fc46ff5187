using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Reliability;

/// <summary>Households whose heads have a given citizen ID, in a service with a physician.</summary>
internal static class IdentityHouseholds
{
    public static async Task<AppUnderTest> StartAsync()
    {
        var app = await AppUnderTest.StartAsync(keepsPoison: true);
        await app.HasPhysicianAsync("P441402004-01", Some.Township);
        return app;
    }

    public static Dictionary<string, object?> WithHead(string idNumber)
    {
        var household = Some.Household();
        MembersOf(household)[0]["idNumber"] = idNumber;
        return household;
    }

    public static List<Dictionary<string, object?>> MembersOf(Dictionary<string, object?> household) =>
        (List<Dictionary<string, object?>>)household["members"]!;

    public static string? Status(JsonElement household) => household.GetProperty("status").GetString();

    public static int Version(JsonElement household) => household.GetProperty("version").GetInt32();
}
