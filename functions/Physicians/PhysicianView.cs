namespace Alleviation.Functions.Physicians;

/// <summary>A physician as answered: work data, no private number.</summary>
public sealed record PhysicianView(
    string Id,
    string Name,
    string? Title,
    IReadOnlyList<string> Disciplines,
    string RegionCode,
    string Organisation,
    int PanelSize,
    int PanelCount,
    PhysicianState State,
    int Version
)
{
    public static PhysicianView Of(Physician physician) =>
        new(
            physician.Id.Value,
            physician.Name,
            physician.Title,
            physician.Disciplines,
            physician.RegionCode,
            physician.Organisation,
            physician.PanelSize,
            physician.PanelCount,
            physician.State,
            physician.Version
        );
}

public sealed record PhysicianPage(IReadOnlyList<PhysicianView> Items);
