using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Medication;

/// <summary>Somebody of whom an allergy may be recorded.</summary>
public abstract class AllergyStage() : WithScene<CareScene>(() => CareScene.StartAsync())
{
    /// <summary>Of another one each time.</summary>
    protected string Address => Scene.Of($"medication/allergies/{CareScene.NewId()}");

    protected static IEnumerable<string?> Codes(JsonElement medication) =>
        medication.GetProperty("allergies").EnumerateArray().Select(code => code.GetString()).Order(StringComparer.Ordinal);
}
