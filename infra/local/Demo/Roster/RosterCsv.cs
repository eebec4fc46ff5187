namespace Alleviation.Demo.Roster;

/// <summary>seeds/roster/physicians.csv; no field of a made-up physician holds a comma or a quote.</summary>
public static class RosterCsv
{
    public const string Heading = "id,name,disciplines,level,regionCode,organisation,panelSize,phone,title";

    public static async Task WriteAsync(TextWriter writer, IEnumerable<RosterPhysician> physicians)
    {
        await writer.WriteLineAsync(Heading);
        foreach (var one in physicians)
        {
            var disciplines = string.Join(';', one.Disciplines);
            await writer.WriteLineAsync(
                $"{one.Id},{one.Name},{disciplines},{one.Level},{one.RegionCode},{one.Organisation},{one.PanelSize},,{one.Title}"
            );
        }
    }
}
