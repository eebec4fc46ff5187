using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alleviation.Load.Service;

namespace Alleviation.Load.Works;

/// <summary>A work of the day: what one call of the API does for one person.</summary>
internal sealed record Work(string Name, Func<WorkClient, CancellationToken, Task> ActAsync);

/// <summary>A member with a care plan, and who cares for that member.</summary>
internal sealed class Patient(string household, int member, string recordNumber, AuthenticationHeaderValue physician)
{
    public string Path { get; } = $"api/households/{household}/members/{member}";

    public string RecordPath { get; } = $"api/records/{recordNumber}";

    public AuthenticationHeaderValue Physician { get; } = physician;

    /// <summary>The plan as the body that changes it, and its version.</summary>
    public JsonObject Plan { get; set; } = [];

    public int Version { get; set; }
}

/// <summary>
/// Households of one township with their people. A patient is changed by one call at a time, as by the one physician in life: what is
/// measured is the work, not a dispute.
/// </summary>
internal sealed class WorkScene
{
    public const string Township = "441403100";
    private const string City = "4414";
    private const string Form = "hypertension";
    private ConcurrentQueue<Patient> _patients = new();
    private readonly AuthenticationHeaderValue _worker;
    private readonly AuthenticationHeaderValue _listed;
    private readonly string _listedId;
    private readonly JsonObject _answers;

    private WorkScene(AuthenticationHeaderValue worker, string listedId, AuthenticationHeaderValue listed)
    {
        (_worker, _listedId, _listed) = (worker, listedId, listed);
        using var cases = File.OpenRead(System.IO.Path.Combine(Paths.Root, "seeds", "cases", "visits.json"));
        _answers = JsonNode.Parse(cases)!["good"]![Form]!.AsObject();
    }

    public IReadOnlyList<Work> All =>
        [
            new(
                "worklist, first page",
                (client, token) => client.SendAsync(HttpMethod.Get, $"api/physicians/{_listedId}/worklist", _listed, token)
            ),
            new("coverage of the city", (client, token) => client.SendAsync(HttpMethod.Get, $"api/coverage/{City}", _worker, token)),
            new("record", (client, token) => WithAsync(patient => client.SendAsync(HttpMethod.Get, patient.RecordPath, _worker, token))),
            new("member's page", (client, token) => WithAsync(patient => client.SendAsync(HttpMethod.Get, patient.Path, _worker, token))),
            new("care plan changed", ChangePlanAsync),
            new("visit", VisitAsync),
        ];

    /// <summary>Whether the counts have reached the city.</summary>
    public static async Task<bool> IsCountedAsync(
        WorkClient client,
        AuthenticationHeaderValue worker,
        CancellationToken cancellationToken
    ) =>
        (await client.GetAsync($"api/coverage/{City}", worker, cancellationToken))
            .GetProperty("region")
            .TryGetProperty("countedAt", out var countedAt)
        && countedAt.ValueKind is JsonValueKind.String;

    /// <param name="listedId">A physician whose worklist is long.</param>
    public static async Task<WorkScene> OfAsync(
        ServiceClient service,
        WorkClient client,
        IReadOnlyList<string> households,
        string listedId,
        CancellationToken cancellationToken
    )
    {
        var scene = new WorkScene(service.Office, listedId, await service.SignInPhysicianAsync(listedId, cancellationToken));
        var physicians = new Dictionary<string, AuthenticationHeaderValue> { [listedId] = scene._listed };
        foreach (var household in households)
        {
            var view = await client.GetAsync($"api/households/{household}", scene._worker, cancellationToken);
            var responsible = view.GetProperty("responsiblePhysician").GetString()!;
            if (!physicians.TryGetValue(responsible, out var physician))
            {
                physicians[responsible] = physician = await service.SignInPhysicianAsync(responsible, cancellationToken);
            }
            foreach (var member in view.GetProperty("members").EnumerateArray())
            {
                var patient = new Patient(
                    household,
                    member.GetProperty("number").GetInt32(),
                    member.GetProperty("recordNumber").GetString()!,
                    physician
                );
                if (await TryReadPlanAsync(client, patient, cancellationToken))
                {
                    scene._patients.Enqueue(patient);
                    break;
                }
            }
        }
        return scene._patients.IsEmpty ? throw new LoadException("Nobody among the households has a care plan for hypertension.") : scene;
    }

    /// <summary>
    /// The same with one of the patients alone, who is here no longer: whatever is done with that one's rows disturbs nobody else's.
    /// </summary>
    public WorkScene TakeOne()
    {
        if (!_patients.TryDequeue(out var patient))
        {
            throw new LoadException("There are no patients left.");
        }
        return new WorkScene(_worker, _listedId, _listed) { _patients = new([patient]) };
    }

    private static async Task<bool> TryReadPlanAsync(WorkClient client, Patient patient, CancellationToken cancellationToken)
    {
        var plan =
            await client.GetAsync(patient.Path, patient.Physician, cancellationToken) is var page
            && page.TryGetProperty("carePlan", out var found)
            && found.ValueKind is JsonValueKind.Object
                ? found
                : default;
        if (
            plan.ValueKind is not JsonValueKind.Object
            || !plan.GetProperty("followUps").EnumerateArray().Any(followUp => followUp.GetProperty("form").GetString() == Form)
        )
        {
            return false;
        }
        (patient.Plan, patient.Version) = (BodyOf(plan), plan.GetProperty("planVersion").GetInt32());
        return true;
    }

    private Task ChangePlanAsync(WorkClient client, CancellationToken cancellationToken) =>
        WithAsync(async patient =>
        {
            // Another text each time: what is as it was is not written.
            patient.Plan["activities"]![0]!["text"] = string.Create(null, $"每周测量血压并记录（{patient.Version}）");
            var answer = await client.SendAsync(
                HttpMethod.Put,
                $"{patient.Path}/care-plan",
                patient.Physician,
                cancellationToken,
                patient.Plan,
                patient.Version
            );
            patient.Version = JsonSerializer.Deserialize<JsonElement>(answer).GetProperty("planVersion").GetInt32();
        });

    private Task VisitAsync(WorkClient client, CancellationToken cancellationToken) =>
        WithAsync(patient =>
            client.SendAsync(
                HttpMethod.Put,
                $"{patient.Path}/visits/{Guid.NewGuid():N}",
                _worker,
                cancellationToken,
                new JsonObject
                {
                    ["form"] = Form,
                    ["at"] = TimeProvider.System.GetUtcNow(),
                    ["contactMode"] = "2",
                    ["answers"] = _answers.DeepClone(),
                }
            )
        );

    private async Task WithAsync(Func<Patient, Task> act)
    {
        if (!_patients.TryDequeue(out var patient))
        {
            throw new LoadException("There are more clients than patients.");
        }
        await act(patient);
        _patients.Enqueue(patient);
    }

    private static JsonObject BodyOf(JsonElement plan) =>
        new()
        {
            ["goals"] = Copies(plan, "goals", ["code", "reading", "comparison", "target", "unit", "by"]),
            ["activities"] = Copies(
                plan,
                "activities",
                ["code", "kind", "discipline", "everyDays", "startsOn", "endsOn"],
                ("text", "label"),
                ("instructions", "instructions")
            ),
            ["followUps"] = Copies(plan, "followUps", ["form", "everyDays", "visitsPerYear"]),
        };

    private static JsonArray Copies(JsonElement plan, string list, string[] fields, params (string Name, string Label)[] texts) =>
        [
            .. plan.GetProperty(list)
                .EnumerateArray()
                .Select(item =>
                {
                    var copy = new JsonObject();
                    foreach (var field in fields.Where(field => item.TryGetProperty(field, out _)))
                    {
                        copy[field] = JsonNode.Parse(item.GetProperty(field).GetRawText());
                    }
                    foreach (var (name, label) in texts)
                    {
                        copy[name] = item.GetProperty(label).GetProperty("zh-CN").GetString();
                    }
                    return copy;
                }),
        ];
}
