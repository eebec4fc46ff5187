using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Alleviation.Tests.Contract;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Changes;

/// <summary>
/// What a client sends under an id that it made: sent again it is known, whatever the service made of its texts, though the moment is
/// another and the case has gone on; something else under the same id is refused.
/// </summary>
public sealed class SentAgainTests(SharedScene<SentAgainTests.Sender> shared) : IClassFixture<SharedScene<SentAgainTests.Sender>>
{
    private readonly Sender _sender = shared.Scene;

    /// <summary>By operation of the document: its address below the household, who sends, and the text that is changed.</summary>
    public static TheoryData<string, string, bool, string> Sent =>
        new()
        {
            { "Appointments_Book", "members/1/appointments/{id}", false, "reason" },
            { "Conferences_Call", "members/1/conferences/{id}", true, "question" },
            { "Consultations_Start", "members/1/consultations/{id}", false, "text" },
            { "Education_Record", "members/1/education/{id}", false, "note" },
            { "Referrals_Send", "members/1/referrals/{id}", false, "reason" },
            { "TestReports_Save", "members/1/test-reports/{id}", true, "laboratory" },
            { "Transfers_Propose", "transfers/{id}", true, "reason" },
            { "Visits_Save", "members/1/visits/{id}", false, "note" },
        };

    [Theory, MemberData(nameof(Sent))]
    public async Task Same_IsKnown_AndAnythingElseRefused(string operation, string address, bool byPhysician, string text)
    {
        var client = byPhysician ? _sender.Physician : _sender.Scene.Worker;
        var path = $"/api/households/{_sender.Scene.Household}/{address.Replace("{id}", CareScene.NewId(), StringComparison.Ordinal)}";
        var body = ApiDocument.Instance.Operation(operation).Examples.First().Body.DeepClone().AsObject();
        Sender.Adapt(operation, body);
        // Trimmed when it is taken in.
        body[text] = $"  {body[text]}第一次 ";

        await client.PutsAsync(path, body);
        var version = (await _sender.Scene.ReadAsync()).Version;
        _sender.Scene.Clock.Advance(TimeSpan.FromMinutes(3));
        await client.PutsAsync(path, body, HttpStatusCode.OK);
        body[text] = "另一件事";
        await client.PutsAsync(path, body, HttpStatusCode.Conflict);

        Assert.Equal(version, (await _sender.Scene.ReadAsync()).Version);
    }

    public sealed class Sender : IScene<Sender>
    {
        private const string Colleague = "P441402004-02";

        private Sender(CareScene scene, HttpClient physician) => (Scene, Physician) = (scene, physician);

        public CareScene Scene { get; }

        public HttpClient Physician { get; }

        public static Task<Sender> StartAsync() =>
            CareScene
                .StartAsync("cardiology")
                .ThenAsync(async scene =>
                {
                    await scene.App.HasPhysicianAsync(Colleague, Some.Township);
                    var physician = await scene.App.PhysicianAsync(CareScene.Responsible);
                    var week = new
                    {
                        week = new[]
                        {
                            new
                            {
                                weekday = 2,
                                from = "08:30",
                                to = "12:00",
                                minutes = 30,
                                place = "门诊203",
                            },
                        },
                    };
                    using var plan = new HttpRequestMessage(HttpMethod.Put, $"/api/physicians/{CareScene.Responsible}/slot-plan")
                    {
                        Content = JsonContent.Create(week),
                    };
                    plan.Headers.TryAddWithoutValidation("If-Match", "\"v0\"");
                    using var answer = await physician.SendAsync(plan);
                    answer.EnsureSuccessStatusCode();
                    return new Sender(scene, physician);
                });

        public ValueTask DisposeAsync() => Scene.DisposeAsync();

        /// <summary>To this household: its colleague, its plan's day; and no moment of its own where that may be left out.</summary>
        public static void Adapt(string operation, JsonObject body)
        {
            switch (operation)
            {
                case "Education_Record":
                    body.Remove("at");
                    break;
                case "Transfers_Propose":
                    body["to"] = Colleague;
                    break;
                case "Appointments_Book":
                    body["physicianId"] = CareScene.Responsible;
                    break;
            }
        }
    }
}
