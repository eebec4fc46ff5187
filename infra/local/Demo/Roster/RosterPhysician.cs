namespace Alleviation.Demo.Roster;

/// <param name="Level">township, county, city or internetHospital.</param>
/// <param name="PanelSize">How many households the physician can be responsible for; 0 for a specialist, who owns none.</param>
/// <param name="Title">Code of list physicianTitle.</param>
public sealed record RosterPhysician(
    string Id,
    string Name,
    IReadOnlyList<string> Disciplines,
    string Level,
    string RegionCode,
    string Organisation,
    int PanelSize,
    string Title
);
