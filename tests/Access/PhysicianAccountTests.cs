using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Access;

/// <summary>An account is of one physician of the roster, and that physician's only one.</summary>
public sealed class PhysicianAccountTests() : WithScene<PhysicianAccountTests.RosterScene>(RosterScene.StartAsync)
{
    private const string Physician = "P441402004-01";

    [Theory]
    [InlineData("P441402004-02")]
    [InlineData("physician-1")]
    public async Task PhysicianWhoIsNotOnTheRoster_IsRefused(string physicianId) =>
        Assert.Equal(
            "physician-unknown",
            CodeOf(await Scene.Operator.PostsAsync("/api/accounts", Account("doctor.a", physicianId), HttpStatusCode.UnprocessableEntity))
        );

    [Fact]
    public async Task PhysicianOfAnotherAccount_IsRefused_AlsoWhenBothAreAddedAtOnce()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(number => Scene.Operator.PostAsJsonAsync("/api/accounts", Account($"doctor.{number}", Physician)))
        );

        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.Created);
        foreach (var refused in answers.Where(answer => answer.StatusCode is not HttpStatusCode.Created))
        {
            Assert.Equal("physician-has-account", CodeOf(await refused.JsonAsync()));
        }
    }

    [Fact]
    public async Task PhysicianOfAnAccountThatIsDisabled_MayHaveAnother_AndTheFirstStaysShut()
    {
        var first = await Scene.Operator.PostsAsync("/api/accounts", Account("doctor.a", Physician), HttpStatusCode.Created);
        await ChangesAsync(first, isDisabled: true, 1, HttpStatusCode.OK);

        await Scene.Operator.PostsAsync("/api/accounts", Account("doctor.b", Physician), HttpStatusCode.Created);

        Assert.Equal("physician-has-account", CodeOf(await ChangesAsync(first, isDisabled: false, 2, HttpStatusCode.UnprocessableEntity)));
    }

    [Fact]
    public async Task AccountFromBefore_KeepsItsPhysician()
    {
        using var before = await Scene.App.PhysicianAsync(Physician);

        Assert.Equal(
            "physician-has-account",
            CodeOf(await Scene.Operator.PostsAsync("/api/accounts", Account("doctor.b", Physician), HttpStatusCode.UnprocessableEntity))
        );
    }

    private static object Account(string userName, string physicianId) =>
        new
        {
            userName,
            displayName = "示例",
            role = "physician",
            physicianId,
            password = "a-long-enough-pass-phrase",
        };

    private static string? CodeOf(JsonElement answer) => answer.GetProperty("errors")[0].GetProperty("code").GetString();

    private async Task<JsonElement> ChangesAsync(JsonElement account, bool isDisabled, int version, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/accounts/{account.GetProperty("id").GetString()}")
        {
            Content = JsonContent.Create(
                new
                {
                    role = "physician",
                    physicianId = Physician,
                    disabled = isDisabled,
                }
            ),
        };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"v{version}\"");
        using var answer = await Scene.Operator.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        return await answer.JsonAsync();
    }

    /// <summary>A roster with one physician, who has no account yet, and an operator.</summary>
    public sealed record RosterScene(AppUnderTest App, HttpClient Operator) : IAsyncDisposable
    {
        public static Task<RosterScene> StartAsync() =>
            AppUnderTest
                .StartAsync()
                .ThenAsync(async app =>
                {
                    await app.HasPhysicianAsync(Physician, Some.Township);
                    return new RosterScene(app, await app.OperatorAsync());
                });

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
