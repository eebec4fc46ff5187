namespace Alleviation.Tests.Access;

public sealed class HeadersTests
{
    [Theory]
    [InlineData("/api/me", true)]
    [InlineData("/api/me", false)]
    public async Task EveryAnswer_IsKeptNowhereAndShownAsItself(string path, bool signedIn)
    {
        await using var app = await AccessApp.StartAsync();

        using var response = await app.GetAsync(path, signedIn ? await app.TokenOfAsync(AccessApp.OperatorName) : null);

        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.StartsWith("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }
}
