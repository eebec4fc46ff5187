namespace Alleviation.Functions.Physicians;

/// <summary>A physician of the roster.</summary>
/// <param name="Disciplines">Codes of list discipline.</param>
/// <param name="RegionCode">The region served: a village, township, county, city (4414) or, from the Internet hospital, the province (44).</param>
/// <param name="PanelSize">Households that the physician can be responsible for.</param>
/// <param name="PanelCount">Households that the physician was responsible for when panels were last counted.</param>
/// <param name="Version">One more for each change of what people enter.</param>
public sealed record Physician(
    PhysicianId Id,
    string Name,
    IReadOnlyList<string> Disciplines,
    string RegionCode,
    string Organisation,
    int PanelSize,
    string? Phone,
    PhysicianState State = PhysicianState.Active,
    int PanelCount = 0,
    int Version = 1)
{
    public const string GeneralPractice = "generalPractice";

    public int Room => Math.Max(0, PanelSize - PanelCount);

    public bool Serves(string villageCode) => villageCode.StartsWith(RegionCode, StringComparison.Ordinal);

    /// <summary>Whether the physician may be responsible for a household of the village at all (domain.md §6), room aside.</summary>
    public bool MayBeResponsibleIn(string villageCode) =>
        State is PhysicianState.Active && RegionCode.Length >= 6 && Serves(villageCode) && Disciplines.Contains(GeneralPractice, StringComparer.Ordinal);
}

/// <summary>The names are stored.</summary>
public enum PhysicianState
{
    Active,
    OnLeave,
    Retired,
}
