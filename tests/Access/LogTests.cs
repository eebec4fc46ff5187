using System.Net.Http.Json;
using Alleviation.Functions.Access;

namespace Alleviation.Tests.Access;

public sealed class LogTests
{
    [Fact]
    public async Task NothingPersonalAndNothingSecret_IsLogged()
    {
        await using var app = await AccessApp.StartAsync(("Logging:LogLevel:Default", "Trace"));
        var (_, token) = await app.HasAsync(Role.Operator, "someone.special");
        await app.SignInAsync("someone.special", "a secret that is wrong");
        var session = await app.TokenOfAsync("someone.special");
        await app.GetAsync("/api/accounts", session, (AuditNote.ReasonHeader, "a-reason-of-mine"));
        await app.GetAsync("/api/accounts?cursor=a-broken-cursor", token);
        await app.SendAsync(
            HttpMethod.Post,
            "/api/accounts",
            token,
            new
            {
                userName = "another.person",
                displayName = "王小明",
                role = "nonsense-role",
            }
        );
        await app.Client.PostAsync("/api/sign-in", JsonContent.Create(new[] { "王小明" }));
        await app.SendAsync(HttpMethod.Get, "/api/me", "not-a-token");

        string[] never =
        [
            "someone.special",
            "another.person",
            "王小明",
            "示例",
            "a secret",
            AccessApp.Password,
            "a-reason",
            "nonsense-role",
            session,
            token,
            session.Split('.')[1],
        ];
        Assert.NotEmpty(app.Log.Lines);
        Assert.All(never, text => Assert.DoesNotContain(app.Log.Lines, line => line.Contains(text, StringComparison.OrdinalIgnoreCase)));
    }
}
