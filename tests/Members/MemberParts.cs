using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Members;

/// <summary>The parts of a member's overview, held against the addresses of their own.</summary>
internal static class MemberParts
{
    public static async Task AssertAsync(HttpClient client, JsonElement overview, Uri household, int member)
    {
        Same("household", await AloneAsync(household.ToString()));
        var number = overview.GetProperty("household").RecordNumbers()[
            overview
                .GetProperty("household")
                .GetProperty("members")
                .EnumerateArray()
                .ToList()
                .FindIndex(person => person.GetProperty("number").GetInt32() == member)
        ];
        Same("record", number is null ? null : await AloneAsync($"/api/records/{number}"));
        Same("entries", number is null ? null : await AloneAsync($"/api/records/{number}/entries"));
        Same("carePlan", await AloneAsync($"{household}/members/{member}/care-plan"));
        Same("medication", await AloneAsync($"{household}/members/{member}/medication"));
        await SameOpenAsync("referrals", "items", referral => !referral.TryGetProperty("endedAt", out _));
        await SameOpenAsync("conferences", "items", conference => conference.GetProperty("status").GetString() == "open");
        await SameOpenAsync("appointments", "items", appointment => appointment.GetProperty("status").GetString() == "booked");
        await SameOpenAsync("consultations", "open", _ => true);
        async Task<JsonElement?> AloneAsync(string address)
        {
            using var answer = await client.GetAsync(address);
            return answer.IsSuccessStatusCode ? await answer.JsonAsync() : null;
        }

        void Same(string part, JsonElement? alone)
        {
            JsonElement? answered = overview.TryGetProperty(part, out var found) ? found : null;
            var isSame =
                answered is { } inOverview && alone is { } byItself
                    ? JsonElement.DeepEquals(inOverview, byItself)
                    : answered is null && alone is null;
            Assert.True(isSame, $"{part}: {answered}\nalone: {alone}");
        }

        async Task SameOpenAsync(string part, string list, Func<JsonElement, bool> isOpen)
        {
            var alone = await AloneAsync($"{household}/members/{member}/{part}");
            Same(part, alone is { } page ? JsonSerializer.SerializeToElement(page.GetProperty(list).EnumerateArray().Where(isOpen)) : null);
        }
    }
}
