using Alleviation.Functions.Households;

namespace Alleviation.Functions.Physicians;

/// <summary>A physician of the roster.</summary>
/// <param name="Disciplines">Codes of list discipline.</param>
/// <param name="RegionCode">The region served: a village, township, county, city (4414) or, from the Internet hospital, the province
/// (44).</param>
/// <param name="PanelSize">Households that the physician can be responsible for.</param>
/// <param name="PanelCount">Households that the physician was responsible for when panels were last counted.</param>
/// <param name="Version">One more for each change of what people enter.</param>
/// <param name="Title">The professional title (职称): code of list physicianTitle; null where nobody has entered it.</param>
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
    int Version = 1,
    string? Title = null
)
{
    public const string GeneralPractice = "generalPractice";

    public int Room => Math.Max(0, PanelSize - PanelCount);

    public bool Serves(string villageCode) => villageCode.StartsWith(RegionCode, StringComparison.Ordinal);

    /// <summary>
    /// Whether the physician may become responsible for a household of the village at all (docs/domain.md §6), room aside.
    /// </summary>
    public bool MayBeResponsibleIn(string villageCode) => State is PhysicianState.Active && MayStayResponsibleIn(villageCode);

    /// <summary>Whether a household of the physician's panel stays there (docs/adr/0011-leave-and-retirement.md).</summary>
    public bool MayStayResponsibleIn(string villageCode) =>
        State is not PhysicianState.Retired
        && RegionCode.Length >= 6
        && Serves(villageCode)
        && Disciplines.Contains(GeneralPractice, StringComparer.Ordinal);

    /// <summary>Whether the physician stays in a team for the discipline; leave is no obstacle here either.</summary>
    public bool MayStayInTeamOf(string villageCode, string discipline) =>
        State is not PhysicianState.Retired && Serves(villageCode) && Disciplines.Contains(discipline, StringComparer.Ordinal);

    /// <summary>
    /// Whether households may be on the panel that stay there no longer, now that the physician is as here and not as before.
    /// </summary>
    public bool MayHaveToLetGo(Physician before) =>
        (State is PhysicianState.Retired && before.State is not PhysicianState.Retired)
        || !before.RegionCode.StartsWith(RegionCode, StringComparison.Ordinal)
        || (
            before.Disciplines.Contains(GeneralPractice, StringComparer.Ordinal)
            && !Disciplines.Contains(GeneralPractice, StringComparer.Ordinal)
        );
}

/// <summary>The names are stored.</summary>
public enum PhysicianState
{
    Active,

    /// <summary>Keeps the panel and gets nobody new.</summary>
    OnLeave,

    /// <summary>The panel is routed anew.</summary>
    Retired,
}
