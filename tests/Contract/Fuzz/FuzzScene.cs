using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alleviation.Functions.Access;
using Alleviation.Functions.Appointments;
using Alleviation.Functions.Education;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.PoisonMessages;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Contract.Fuzz;

/// <summary>A service with something in it, so that a request can be right in all but one thing.</summary>
internal sealed class FuzzScene : IAsyncDisposable
{
    private const string PhysicianId = "P441402004-01";
    private const string Sent = "0f8fad5bd9cb469fa16570867728950e";
    private const string OtherSent = "1f8fad5bd9cb469fa16570867728950e";
    private const string LessonAt = "2026-11-22T01:00:00Z";
    private readonly ConcurrentDictionary<string, Account> _accounts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonNode> _forms = new(StringComparer.Ordinal);

    private FuzzScene(AppUnderTest app) => App = app;

    public AppUnderTest App { get; }

    public HttpClient Client { get; } =
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
                ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
            }
        );

    public static async Task<FuzzScene> StartAsync()
    {
        var scene = new FuzzScene(await AppUnderTest.StartAsync(keepsPoison: true));
        scene.Client.BaseAddress = scene.App.Address;
        await scene.FillAsync();
        return scene;
    }

    /// <summary>A value that the parameter could have.</summary>
    public string Valid(string parameter, Random random)
    {
        var known = _values[parameter];
        return known[random.Next(known.Count)];
    }

    public string Token(string role) => App.Get<AccountTokens>().Issue(_accounts[role]).Token;

    /// <summary>A change of the account ended its tokens.</summary>
    public async Task SignInAgainAsync(string role)
    {
        if (await App.Get<AccountTable>().FindAsync(_accounts[role].Id, CancellationToken.None) is var (account, _))
        {
            _accounts[role] = account with { Disabled = false };
        }
    }

    public string Version(string address) => _versions.GetValueOrDefault(address, "\"v1\"");

    public void Remember(string address, string? version)
    {
        if (version is not null)
        {
            _versions[address] = version;
        }
    }

    /// <summary>The enrolment of an enrolled household, or null.</summary>
    public JsonNode? FormOf(string householdId) => _forms.GetValueOrDefault(householdId);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
    }

    private async Task FillAsync()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            _accounts[JsonNamingPolicy.CamelCase.ConvertName(role.ToString())] = await AccountAsync(
                $"fuzz.{role}",
                role,
                role is Role.HealthWorker ? [Some.Township] : [Some.City],
                role is Role.Physician ? PhysicianId : null
            );
        }

        await App.HasPhysicianAsync(PhysicianId, Some.Township, "generalPractice;cardiology;pharmacy");
        await App.HasPhysicianAsync("P441402-01", Some.County, "cardiology;psychiatry");
        await OpenSlotsAsync();
        var victims = new List<string>();
        for (var number = 0; number < 3; number++)
        {
            victims.Add((await AccountAsync($"victim.{number}", Role.HealthWorker, [Some.Village], null)).Id);
        }
        var records = await EnrolAsync();
        await App.Get<PoisonMessageTable>()
            .OpenAsync(
                "changes",
                "{\"n\":\"household-changed\",\"v\":1,\"d\":{\"household\":\"00-000000000000000000000000000000\",\"householdVersion\":1}}",
                CancellationToken.None
            );

        Set("householdId", [.. _forms.Keys, $"00-{new string('0', 30)}"]);
        Set("recordNumber", [.. records, "44140200400199999"]);
        Set("member", ["1", "2", "4", "30", "31", "0", "-1", "2147483648"]);
        Set("physicianId", [PhysicianId, "P441402004-02", "P4414-01", "P44-77777"]);
        Set("regionCode", [Some.City, Some.County, Some.Township, Some.Village, "44", "11", "441402999"]);
        Set("region", [Some.City, Some.County, Some.Township, Some.Village]);
        Set("accountId", [.. victims, new string('0', 32)]);
        Set("account", [.. victims]);
        Set("subject", [.. _forms.Keys, .. records]);
        Set("day", ["2026-11-23", "2026-11-22", "0001-01-01", "9999-12-31"]);
        Set("days", ["1", "30", "400", "401", "0"]);
        Set("status", ["listed", "received", "needsReview"]);
        Set("problem", ["phoneUnread", "no-such-problem"]);
        Set("queue", ["changes", "enrolments", "coverage", "no-such-queue"]);
        Set("messageId", [PoisonMessageTable.IdOf("a"), new string('0', 32)]);
        List<string> imports = [await ImportAsync(), new string('0', 32)];
        Set("importId", imports);
        Set("mends", imports);
        Set("enrol", ["confirmed", "whenClear", "no-such-way"]);
        // A UUID that is used for a consultation and its first message alike.
        string[] clientMade = ["11111111-2222-4333-8444-555555555555", "99999999-8888-4777-8666-555555555555"];
        Set("consultationId", [.. clientMade, "AAAAAAAA-2222-4333-8444-555555555555"]);
        Set("messageId", [.. clientMade, "22222222-2222-4333-8444-555555555555"]);
        Set("courseId", [.. clientMade]);
        Set("kind", ["followUp", "referral", "no-such-kind"]);
        Set("condition", ["I10", "E11", "X99"]);
        Set("village", [Some.Village, "441402999999"]);
        Set("visitId", [new string('1', 32), new string('2', 32), new string('3', 32)]);
        Set("dueBy", ["2026-11-23", "2027-01-01", "0001-01-01"]);
        Set("urgency", ["urgent", "overdue", "due", "none", "soon"]);
        Set("limit", ["1", "7", "200", "201", "0"]);
        Set("referralId", GivenIds());
        Set("conferenceId", GivenIds());
        Set("appointmentId", GivenIds());
        Set("purpose", ["enrolment", "registry", "roster"]);
        Set("fileName", ["list.csv", "名册.xlsx"]);
        Set("format", ["csv", "xlsx"]);
        Set("discipline", ["cardiology", "pharmacy", "generalPractice", "no-such-discipline"]);
        Set("activityCode", ["exercise", "dietGuidance", "no-such-activity"]);
        Set("version", ["1", "2", "3", "0", "-1", "2147483648"]);
        Set("from", ["1", "2", "0", "2026-12-01", "0001-01-01"]);
        Set("to", ["1", "2", "3", "x"]);
        Set("size", ["preview", "large"]);
        Set("transferId", [Sent, OtherSent]);
        Set("allergyId", [new string('6', 32), new string('7', 32)]);
        Set("settlementId", [new string('4', 32), new string('5', 32)]);
        Set("reportId", [Sent, OtherSent, "7E1C3C1C-7D0B-4A57-9A53-6A0A5B1D2F10", "1"]);
        Set("lessonId", [Sent, OtherSent]);
        Set("photographId", GivenIds());
        Set("entryKind", ["education"]);
        Set("entryId", [OtherSent]);
        Set("entryAt", [LessonAt, LessonAt, LessonAt, "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z"]);
        Set("issue", [new string('6', 32), new string('7', 32)]);
        Set("year", ["2026", "2027", "2025", "1", "9999"]);
        Set("signed", ["true", "false", "maybe"]);
        Set("labTest", ["hba1c", "potassium", "mood"]);
        Set("register", ["hypertension", "aged65", "cancer", "I50", "general", "no-such-register"]);
        Set("direction", ["up", "down", "sideways"]);
        Set("state", ["open", "over", "lost"]);
        Set("part", ["sent", "received", "kept"]);
        Set("cursor", [Cursor.Of("441402004001 00-000000000000000000000000000000"), Cursor.Of("1")]);
    }

    // Few, so that the same is sent again, and something else by the same id.
    private static List<string> GivenIds() => [.. Enumerable.Range(1, 6).Select(number => new string((char)('a' + number - 1), 32))];

    private async Task OpenSlotsAsync()
    {
        Assert.True(Functions.Households.PhysicianId.TryParse(PhysicianId, out var id));
        var week = Enumerable.Range(1, 7).Select(day => new WeekSpanRequest(day, "08:30", "17:30", 5, "门诊203")).ToList();
        Assert.Equal(
            SaveSlotPlanOutcome.Kept,
            (await App.Get<SaveSlotPlanHandler>().HandleAsync(id, 0, new SlotPlanRequest(week), CancellationToken.None)).Outcome
        );
    }

    private void Set(string parameter, List<string> values) => _values[parameter] = values;

    private async Task<Account> AccountAsync(string userName, Role role, IReadOnlyList<string> regions, string? physicianId) =>
        (
            await App.Get<AddAccountHandler>()
                .HandleAsync(
                    new AddAccountRequest(userName, userName, role, regions, physicianId, "a-long-enough-pass-phrase"),
                    CancellationToken.None
                )
        )!;

    private async Task<List<string>> EnrolAsync()
    {
        using var worker = new HttpClient
        {
            BaseAddress = App.Address,
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Token("healthWorker")) },
        };
        var records = new List<string>();
        for (var number = 0; number < 3; number++)
        {
            using var enrolled = await worker.PostAsJsonAsync("/api/households", Some.Household());
            var household = await worker.ListedAsync(enrolled.Headers.Location!);
            // An entry to which photographs can belong.
            var lesson = new LessonRequest("hypertension", "given", DateTimeOffset.Parse(LessonAt, null), null);
            await worker.PutsAsync($"{enrolled.Headers.Location}/members/1/education/{OtherSent}", lesson);
            records.AddRange(
                household.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("recordNumber").GetString()!)
            );
            _forms[household.GetProperty("id").GetString()!] = JsonNode.Parse(
                await worker.GetStringAsync($"{enrolled.Headers.Location}/enrolment")
            )!;
        }

        return records;
    }

    private async Task<string> ImportAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/imports?enrol=whenClear")
        {
            Content = new StringContent(FuzzBodies.RegistryList(new Random(1))),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token("healthWorker"));
        using var response = (await Client.SendAsync(request)).EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }
}
