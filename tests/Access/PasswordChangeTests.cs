using System.Net;
using Alleviation.Functions.Access;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Access;

public sealed class PasswordChangeTests() : WithScene<OperatorScene>(OperatorScene.StartAsync)
{
    private AccessApp App => Scene.App;

    private string OperatorToken => Scene.OperatorToken;

    [Fact]
    public async Task OwnPassword_IsChangedWithTheOldOne_AndEndsTheOldTokens()
    {
        var (_, token) = await App.HasAsync(Role.Auditor, "auditor.wu");
        const string Next = "another good password";

        using var refused = await App.SendAsync(
            HttpMethod.Put,
            "/api/me/password",
            token,
            new { present = "wrong password", password = Next }
        );
        Assert.Equal("present", (await refused.JsonAsync()).GetProperty("errors")[0].GetProperty("field").GetString());
        using var right = await App.SendAsync(
            HttpMethod.Put,
            "/api/me/password",
            token,
            new { present = AccessApp.Password, password = Next }
        );

        Assert.Equal(HttpStatusCode.Unauthorized, (await App.GetAsync("/api/me", token)).StatusCode);
        Assert.Equal(
            HttpStatusCode.OK,
            (await App.GetAsync("/api/me", (await right.JsonAsync()).GetProperty("accessToken").GetString())).StatusCode
        );
        Assert.Equal(HttpStatusCode.OK, (await App.SignInAsync("auditor.wu", Next)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await App.SignInAsync("auditor.wu")).StatusCode);
    }

    [Fact]
    public async Task Reset_UnlocksAndGivesTheNewPassword()
    {
        var (account, _) = await App.HasAsync(Role.Auditor, "auditor.wu");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await App.SignInAsync("auditor.wu", "wrong password");
        }

        using var reset = await App.SendAsync(
            HttpMethod.Post,
            $"/api/accounts/{account.Id}/password",
            OperatorToken,
            new { password = "another good password" }
        );

        Assert.Equal(HttpStatusCode.NoContent, reset.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await App.SignInAsync("auditor.wu", "another good password")).StatusCode);
    }
}
