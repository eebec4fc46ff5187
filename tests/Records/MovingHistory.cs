using System.Net;
using System.Net.Http.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Records;

/// <summary>What is written of the woman of <see cref="MovingScene"/> before she moves.</summary>
internal static class MovingHistory
{
    /// <summary>Something of every kind that can be written of her by an endpoint.</summary>
    public static async Task HasHistoryAsync(this MovingScene scene)
    {
        using var course = new HttpRequestMessage(HttpMethod.Put, scene.OfA($"medication/courses/{Guid.NewGuid()}"))
        {
            Content = JsonContent.Create(
                new
                {
                    drug = "amlodipine",
                    doseAmount = 5,
                    doseUnit = "mg",
                    frequency = "onceDaily",
                }
            ),
        };
        course.Headers.TryAddWithoutValidation("If-Match", "\"v0\"");
        using var added = await scene.Physician.SendAsync(course);
        Assert.True(added.IsSuccessStatusCode, await added.Content.ReadAsStringAsync());
        var visit = FollowUps.SomeVisit.Body(
            "hypertension",
            scene.App.Clock.GetUtcNow().AddDays(-1),
            """{"systolic":165,"diastolic":100}"""
        );
        await scene.Worker.PutsAsync(scene.OfA($"visits/{CareScene.NewId()}"), visit);
        await scene.Worker.PutsAsync(
            scene.OfA($"consultations/{Guid.NewGuid()}"),
            new
            {
                kind = "medication",
                condition = "I10",
                text = "吃了药脚肿，还能吃吗？",
            },
            HttpStatusCode.Created
        );
        await scene.Worker.PutsAsync(
            scene.OfA($"referrals/{CareScene.NewId()}"),
            new
            {
                direction = "up",
                urgency = "soon",
                discipline = "psychiatry",
                reason = "近一周夜间躁动",
            }
        );
        await scene.Worker.PutsAsync(
            scene.OfA($"education/{CareScene.NewId()}"),
            new
            {
                text = "hypertension",
                step = "given",
                at = scene.App.Clock.GetUtcNow().AddDays(-1),
            }
        );
        await scene.Worker.PutsAsync(
            scene.OfA($"test-reports/{CareScene.NewId()}"),
            new
            {
                source = "report",
                laboratory = "示范医院",
                takenAt = scene.App.Clock.GetUtcNow().AddDays(-2),
                values = new[] { new { code = "potassium", value = 6.2 } },
            }
        );
        using var card = await scene.Worker.PostAsync(scene.OfA("health-card"), null);
        Assert.True(card.IsSuccessStatusCode, await card.Content.ReadAsStringAsync());
        await scene.Physician.PutsAsync(
            scene.OfA($"conferences/{CareScene.NewId()}"),
            new
            {
                question = "是否调整方案？",
                answerBy = "2026-12-01",
                invited = new[] { MovingScene.Specialist },
            }
        );
        using var plan = new HttpRequestMessage(HttpMethod.Put, $"/api/physicians/{MovingScene.Specialist}/slot-plan")
        {
            Content = JsonContent.Create(
                new
                {
                    week = new[]
                    {
                        new
                        {
                            weekday = 2,
                            from = "09:00",
                            to = "12:00",
                            minutes = 60,
                            place = "门诊203",
                        },
                    },
                }
            ),
        };
        plan.Headers.TryAddWithoutValidation("If-Match", "\"v0\"");
        using var slotPlan = await scene.SpecialistClient.SendAsync(plan);
        Assert.True(slotPlan.IsSuccessStatusCode, await slotPlan.Content.ReadAsStringAsync());
        await scene.Worker.PutsAsync(
            scene.OfA($"appointments/{CareScene.NewId()}"),
            new
            {
                physicianId = MovingScene.Specialist,
                start = MovingScene.Slot,
                reason = "复诊",
            }
        );
    }
}
