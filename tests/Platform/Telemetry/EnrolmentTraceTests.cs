using System.Diagnostics;
using System.Globalization;
using System.Net;
using Alleviation.Functions.Access;
using Alleviation.Functions.Platform.Telemetry;
using Alleviation.Tests.Access;
using Alleviation.Tests.Support;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alleviation.Tests.Platform.Telemetry;

/// <summary>One household seen from outside: from the request that enrols it to the lists.</summary>
public sealed class EnrolmentTraceTests
{
    private const string Building = "process enrolments";

    [Fact]
    public async Task OneEnrolment_IsOneTrace_BuildingTheChildOfTheRequest()
    {
        await using var app = await AppUnderTest.StartAsync(new RunningClock());
        using var watched = new Watched(app);
        var trace = await watched.TraceOfAsync(await EnrolAsync(app, Some.Household()));

        var request = trace.Single(activity => activity.Source.Name == Watched.Worker);
        var building = Assert.Single(trace, activity => activity.DisplayName == Building);
        Assert.Equal(request.SpanId, building.ParentSpanId);
        // The host makes an invocation of each message, in a trace of its own.
        var invocation = Assert.Single(building.Links).Context;
        Assert.NotEqual(building.TraceId, invocation.TraceId);
        await watched.SeesAsync(activity => activity.SpanId == invocation.SpanId && activity.Source.Name == Watched.Worker);

        Assert.Contains(trace, activity => activity.DisplayName == "queue put enrolments" && activity.ParentSpanId == request.SpanId);
        Assert.Contains(trace, activity => activity.DisplayName == "table query Households" && activity.ParentSpanId == building.SpanId);
        var calls = trace.Where(activity => activity.Kind is ActivityKind.Client);
        Assert.All(calls, call => Assert.InRange((int)call.GetTagItem("http.response.status_code")!, 200, 412));
    }

    [Fact]
    public async Task OneEnrolment_IsMeasured()
    {
        await using var app = await AppUnderTest.StartAsync(new RunningClock());
        using var watched = new Watched(app);
        await watched.TraceOfAsync(await EnrolAsync(app, Some.Household()));

        string[] stages = ["enrolments", "enrolled-to-listed"];
        await Eventually.TrueAsync(() => Task.FromResult(stages.All(stage => StageOf(watched, stage) is not null)));
        var accept = Assert.Single(watched.Of("alleviation.accept.duration"));
        Assert.InRange(accept.Value, 0.000_1, 60);
        Assert.All(stages, stage => Assert.InRange(StageOf(watched, stage)!.Value, 0.000_1, 120));
        var calls = watched.Of("alleviation.storage.calls").CountBy(measured => (string)measured.Tags["kind"]!).ToDictionary();
        Assert.True(calls["table batch"] >= 3 && calls["queue put"] >= 2, string.Join(' ', calls));
        Assert.Empty(watched.Of("alleviation.http.server_errors"));
        Assert.Empty(stages.Append(Timings.Accept).Except(app.Get<Timings>().Recent.Select(pair => pair.Stage)));
    }

    [Fact]
    public async Task NothingPersonal_IsInAnyAttribute()
    {
        using var log = new LogLines();
        await using var app = await AppUnderTest.StartAsync(
            new RunningClock(),
            settings: new Dictionary<string, string?> { ["Logging:LogLevel:Default"] = "Trace" },
            services: services => services.AddSingleton<ILoggerProvider>(log)
        );
        using var watched = new Watched(app);
        var household = Some.Household();
        (household["address"], household["phone"]) = ("慎独里42号", "13987650001");
        var members = (List<Dictionary<string, object?>>)household["members"]!;
        members[0]["name"] = "欧阳慎独";
        await watched.TraceOfAsync(await EnrolAsync(app, household));

        string[] secrets =
        [
            .. members.SelectMany(member => new[] { (string)member["name"]!, (string)member["idNumber"]! }),
            (string)household["registrationNumber"]!,
            "慎独里",
            "13987650001",
        ];
        var texts = watched
            .Activities.Select(TextOf)
            .Concat(watched.Measurements.Select(measured => $"{measured.Name} {string.Join(' ', measured.Tags)}"))
            .Concat(log.Lines)
            .ToList();
        Assert.Contains(texts, text => text.Contains("Households", StringComparison.Ordinal));
        Assert.All(
            texts.Select(Uri.UnescapeDataString),
            text => Assert.DoesNotContain(secrets, secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase))
        );
    }

    [Fact]
    public async Task AnswerAuditAndTrace_HaveOneId()
    {
        await using var app = await AppUnderTest.StartAsync(new RunningClock());
        using var watched = new Watched(app);
        using var worker = await app.HealthWorkerAsync(Some.Township);

        using var answer = await worker.GetAsync("/api/records/lost");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var id = (await answer.JsonAsync()).GetProperty("traceId").GetString();
        await watched.SeesAsync(activity => activity.Source.Name == Watched.Worker && activity.TraceId.ToHexString() == id);
        var audit = new TableServiceClient(app.Storage.ConnectionString).GetTableClient(AuditTable.Name);
        var row = Assert.Single(audit.Query<TableEntity>(row => row.PartitionKey != ""), row => row.GetString("Action") == "record.read");
        Assert.Equal(id, row.GetString("TraceId"));
    }

    private static async Task<string> EnrolAsync(AppUnderTest app, Dictionary<string, object?> household)
    {
        await app.HasPhysicianAsync("P441402004-01", Some.Township);
        using var worker = await app.HealthWorkerAsync(Some.Township);
        var location = await worker.EnrolsAsync(household);
        await worker.ListedAsync(location);
        return location.ToString()[(location.ToString().LastIndexOf('/') + 1)..];
    }

    private static double? StageOf(Watched watched, string stage) =>
        watched.Of("alleviation.stage.duration").FirstOrDefault(measured => Equals(measured.Tags["stage"], stage))?.Value;

    private static string TextOf(Activity activity) =>
        string.Join(
            ' ',
            [
                activity.DisplayName,
                activity.StatusDescription ?? "",
                activity.TraceStateString ?? "",
                .. activity
                    .TagObjects.Concat(activity.Links.SelectMany(link => link.Tags ?? []))
                    .Concat(activity.Events.SelectMany(raised => raised.Tags))
                    .Select(tag => string.Create(CultureInfo.InvariantCulture, $"{tag.Key}={tag.Value}")),
                .. activity.Baggage.Select(pair => $"{pair.Key}={pair.Value}"),
            ]
        );
}
