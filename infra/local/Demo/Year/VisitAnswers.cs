using System.Text.Json.Nodes;

namespace Alleviation.Demo.Year;

/// <summary>A visit's form as a health worker fills it in.</summary>
internal static class VisitAnswers
{
    public static string FormOf(string condition) =>
        condition switch
        {
            "I10" => "hypertension",
            "E11" => "type2Diabetes",
            "F20" or "F31" => "severeMentalDisorder",
            "A15" => "tuberculosis",
            _ => "general",
        };

    public static JsonObject Body(Dice dice, string form, DateOnly on, Found found) =>
        new()
        {
            ["form"] = form,
            ["at"] = ChinaDay.At(on, dice.Between(8, 16), dice.Between(0, 59)),
            ["contactMode"] = dice.Chance(0.7) ? "2" : "1",
            ["answers"] = Of(dice, form, found),
        };

    private static JsonObject Of(Dice dice, string form, Found found) =>
        form switch
        {
            "hypertension" => WithPressure(
                found,
                Taking(
                    dice,
                    found,
                    new()
                    {
                        ["dangerSigns"] = new JsonArray("none"),
                        ["symptoms"] = new JsonArray(found.IsOut ? "2" : "none"),
                        ["heartRate"] = found.HeartRate,
                        ["weight"] = found.Weight,
                        ["salt"] = dice.Weighted(("1", 30), ("2", 50), ("3", 20.0)),
                        ["complication"] = "1",
                    }
                )
            ),
            "type2Diabetes" => WithPressure(
                found,
                Taking(
                    dice,
                    found,
                    new()
                    {
                        ["dangerSigns"] = new JsonArray("none"),
                        ["fastingGlucose"] = found.Glucose,
                        ["hypoglycaemia"] = "1",
                        ["complication"] = "1",
                    }
                )
            ),
            "severeMentalDisorder" => Taking(
                dice,
                found,
                new()
                {
                    ["riskLevel"] = found.RiskLevel,
                    ["acuteReaction"] = false,
                    ["symptomSeverity"] = found.IsOut ? "2" : "1",
                    ["insight"] = "1",
                    ["socialFunction"] = found.IsOut ? "2" : "1",
                }
            ),
            "tuberculosis" => new()
            {
                ["phase"] = "2",
                ["treatmentMonth"] = dice.Between(3, 8),
                ["symptoms"] = new JsonArray("none"),
                ["doseAdherence"] = found.DoseAdherence,
                ["adverseReaction"] = "1",
                ["complication"] = "1",
            },
            "elderlyHealthCheck" => WithPressure(
                found,
                new()
                {
                    ["dangerSigns"] = new JsonArray("none"),
                    ["selfRating"] = dice.Weighted(("1", 60), ("2", 40.0)),
                    ["selfCare"] = "1",
                    ["cognition"] = "1",
                    ["feelings"] = "1",
                    ["weight"] = found.Weight,
                    ["fastingGlucose"] = found.Glucose,
                }
            ),
            _ => Taking(
                dice,
                found,
                new()
                {
                    ["dangerSigns"] = new JsonArray("none"),
                    ["course"] = found.Worse ? "3" : dice.Weighted(("1", 30), ("2", 70.0)),
                    ["complication"] = "1",
                }
            ),
        };

    private static JsonObject WithPressure(Found found, JsonObject answers)
    {
        (answers["systolic"], answers["diastolic"]) = (found.Systolic, found.Diastolic);
        return answers;
    }

    private static JsonObject Taking(Dice dice, Found found, JsonObject answers)
    {
        var adherence = dice.Chance(found.IsOut ? 0.55 : 0.92) ? "1" : "2";
        (answers["adherence"], answers["adverseReaction"]) = (adherence, "1");
        if (adherence is "2")
        {
            answers["adherenceReason"] = dice.OneOf(["忘记服药", "外出务工，药未带够", "自觉好转，自行减量"]);
        }
        return answers;
    }
}
