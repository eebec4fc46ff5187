using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Records;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Enrolment;

/// <summary>What happens to household A, as a health worker writes it down (<see cref="LifeEventTests"/>).</summary>
internal static class LifeEvents
{
    private const string OtherVillage = "441402004002";

    /// <returns>Household C, where there is one now.</returns>
    public static async Task<Uri?> HappensAsync(MovingScene scene, string happened)
    {
        var (a, b) = (scene.A, scene.B);
        Uri? atC = null;
        switch (happened)
        {
            case "nothing":
                return null;
            case "birth":
                Members(a)
                    .Add(
                        new()
                        {
                            ["name"] = "小宝",
                            ["relationship"] = "2",
                            ["idMissingReason"] = "newborn",
                            ["sex"] = "1",
                            ["bornOn"] = "2026-11-20",
                        }
                    );
                break;
            case "death" or "leaves" or "enteredInError":
                Leaves(
                    Members(a)[1],
                    happened switch
                    {
                        "death" => "died",
                        "leaves" => "movedAway",
                        var other => other,
                    }
                );
                break;
            case "deathOfTheLast" or "leavesTheRegion":
                foreach (var member in Members(a))
                {
                    Leaves(member, happened is "deathOfTheLast" ? "died" : "movedAway");
                }
                break;
            case "deathOfTheHead":
                Leaves(Members(a)[0], "died");
                Members(a)[1]["relationship"] = "0";
                break;
            case "joinsAnother":
                Members(b).Add(new(Members(a)[1]) { ["conditions"] = Array.Empty<object>() });
                await scene.CorrectsAsync(scene.AtB, b);
                Leaves(Members(a)[1], "marriedOut");
                break;
            case "splits":
                atC = await scene.Worker.EnrolsAsync(
                    Some.Household(Some.Village, new Dictionary<string, object?>(Members(a)[1]) { ["relationship"] = "0" })
                );
                Leaves(Members(a)[1], "householdSplit");
                break;
            case "merges":
                Members(b).Add(new(Members(a)[1]) { ["relationship"] = "8" });
                Members(b).Add(new(Members(a)[0]) { ["relationship"] = "8" });
                await scene.CorrectsAsync(scene.AtB, b);
                foreach (var member in Members(a))
                {
                    Leaves(member, "householdSplit");
                }
                break;
            case "movesToAnotherVillage":
                a["villageCode"] = OtherVillage;
                break;
            case "headChanges":
                (Members(a)[0]["relationship"], Members(a)[1]["relationship"]) = ("1", "0");
                break;
            case "wrongRegistrationNumber":
                atC = await scene.Worker.EnrolsAsync(
                    new Dictionary<string, object?>(a)
                    {
                        ["registrationNumber"] = Some.RegistrationNumber(),
                        ["members"] = Members(a).Select(member => new Dictionary<string, object?>(member)).ToList(),
                    }
                );
                await Pipeline.SettledAsync(scene.App.Storage);
                foreach (var member in Members(a))
                {
                    Leaves(member, "registrationCorrected");
                }
                break;
            case "lifted" or "watched" or "fallenBack":
                a["povertyStatuses"] = new[]
                {
                    new
                    {
                        code = happened switch
                        {
                            "watched" => "liftedUnstable",
                            var code => code,
                        },
                        on = "2026-10-01",
                        source = "县乡村振兴局",
                    },
                    new
                    {
                        code = "registered",
                        on = "2014-05-01",
                        source = "建档立卡",
                    },
                };
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened));
        }

        var now = await scene.CorrectsAsync(scene.AtA, a);
        if (a.ContainsKey("povertyStatuses"))
        {
            Assert.Equal(
                ["registered", happened is "watched" ? "liftedUnstable" : happened],
                now.GetProperty("povertyStatuses").EnumerateArray().Select(status => status.GetProperty("code").GetString())
            );
            var line = (await scene.Worker.GetFromJsonAsync<JsonElement>($"/api/households?region={Some.Village}"))
                .GetProperty("items")
                .EnumerateArray()
                .Single(listed => scene.AtA.ToString().EndsWith(listed.GetProperty("id").GetString()!, StringComparison.Ordinal));
            Assert.Equal(happened is "watched" ? "liftedUnstable" : happened, line.GetProperty("povertyStatus").GetString());
        }

        return atC;
    }

    private static void Leaves(Dictionary<string, object?> member, string reason) =>
        member["departure"] = new { on = "2026-11-20", reason };

    private static List<Dictionary<string, object?>> Members(Dictionary<string, object?> household) => MovingScene.Members(household);
}
