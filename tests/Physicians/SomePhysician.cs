using Alleviation.Functions.Households;
using Alleviation.Functions.Physicians;

namespace Alleviation.Tests.Physicians;

internal static class SomePhysician
{
    /// <summary>A general practitioner with room, unless the disciplines say otherwise.</summary>
    public static Physician Of(string id, string region, params string[] disciplines) =>
        new(
            PhysicianId.TryParse(id, out var parsed) ? parsed : throw new FormatException(id),
            "医师",
            disciplines.Length > 0 ? disciplines : [Physician.GeneralPractice],
            region,
            "示范医院",
            500,
            null
        );
}
