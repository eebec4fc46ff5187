using Alleviation.Tests.Support;
using Alleviation.Tests.Transfers;

namespace Alleviation.Tests.TestReports;

/// <summary>A panel with a sick member, and test reports that are sent for that member.</summary>
public abstract class TestReportStage() : WithScene<PanelScene>(() => PanelScene.StartAsync())
{
    protected const string First = "2f8fad5bd9cb469fa16570867728950e";
    protected const string Second = "3f8fad5bd9cb469fa16570867728950e";

    protected static object Report(params (string Code, decimal Value, string? Unit)[] values) =>
        Report(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), values);

    protected static object Report(DateTimeOffset takenAt, params (string Code, decimal Value, string? Unit)[] values) =>
        new
        {
            takenAt,
            source = "report",
            laboratory = "示范医院",
            values = values.Select(value => new
            {
                code = value.Code,
                value = value.Value,
                unit = value.Unit,
            }),
        };

    private protected static IEnumerable<string> Values(Contract.Answer answer) =>
        answer
            .Body.GetProperty("values")
            .EnumerateArray()
            .Select(value =>
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{value.GetProperty("code").GetString()} {value.GetProperty("value").GetDecimal()} "
                        + $"{value.GetProperty("flag").GetString()}"
                )
            );

    private protected Task<Contract.Answer> SaveAsync(int status, string id, object body, HttpClient? by = null) =>
        CallAsync("TestReports_Save", status, body, by, ("reportId", id));

    private protected Task<Contract.Answer> SeeAsync(int status, string id, HttpClient? by = null) =>
        CallAsync("TestReports_Acknowledge", status, null, by ?? Scene.Physician, ("reportId", id));

    private protected Task<Contract.Answer> CallAsync(
        string operation,
        int status,
        object? body = null,
        HttpClient? by = null,
        params (string Name, string Value)[] path
    ) => Scene.CallAsync(operation, status, body, by, path: [.. path, ("member", "1")]);
}
