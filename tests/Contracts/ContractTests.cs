using Alleviation.Tests.Support;

namespace Alleviation.Tests.Contracts;

/// <summary>The family-doctor contract is signed by the endpoints: once, by who may, and rightly filled in.</summary>
public sealed class ContractTests : ContractStage
{
    [Fact]
    public async Task SentAgain_ChangesNothing_AndWhoReadAnOlderOneIsRefused()
    {
        var first = await CallAsync("Contracts_Sign", 201, Basic);
        Assert.Equal(first.ETag, (await CallAsync("Contracts_Sign", 200, Basic)).ETag);
        var other = new
        {
            package = "chronicIllness",
            signedOn = "2026-11-20",
            method = "thumbprint",
            signedBy = 2,
        };
        await CallAsync("Contracts_Sign", 428, other);
        Assert.Equal("\"v2\"", (await CallAsync("Contracts_Sign", 200, other, ifMatch: first.ETag)).ETag);
        var refused = await CallAsync("Contracts_Sign", 412, Basic, ifMatch: first.ETag);
        Assert.Equal("chronicIllness", refused.Body.GetProperty("current").GetProperty("package").GetString());
    }

    [Fact]
    public async Task AllErrors_AreReportedAtOnce()
    {
        var refused = await CallAsync(
            "Contracts_Sign",
            422,
            new
            {
                package = "gold",
                signedOn = "2025-09-30",
                method = "oral",
                signedBy = 9,
            }
        );
        Assert.Equal(
            ["package unknown-value", "method unknown-value", "signedOn contract-day", "signedBy member-unknown"],
            refused
                .Body.GetProperty("errors")
                .EnumerateArray()
                .Select(error => $"{error.GetProperty("field").GetString()} {error.GetProperty("code").GetString()}")
        );
        await CallAsync("Contracts_Sign", 422, new { });
        await CallAsync("Contracts_Sign", 404, Basic, by: Scene.Other);
        using var official = await Scene.App.OfficialAsync(Some.City);
        await CallAsync("Contracts_Get", 403, by: official);
    }
}
