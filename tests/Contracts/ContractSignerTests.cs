using Alleviation.Tests.Support;
using Alleviation.Tests.Transfers;

namespace Alleviation.Tests.Contracts;

/// <summary>Who signs a family-doctor contract for the household, and when a guardian does.</summary>
public sealed class ContractSignerTests() : WithScene<PanelScene>(() => PanelScene.StartAsync())
{
    [Fact]
    public async Task WhoIsNotOfAge_SignsForNobody_AndTheGuardianOnlyWhereNobodyIs()
    {
        var child = await ChildAsync(Some.Member(), Some.Member("2", "20101231"));
        Assert.Equal(
            "signedBy signer-not-of-age",
            await RefusedAsync(
                child,
                new
                {
                    package = "basic",
                    signedOn = "2026-11-20",
                    method = "paper",
                    signedBy = 2,
                }
            )
        );
        Assert.Equal(
            "guardian guardian-not-needed",
            await RefusedAsync(
                child,
                new
                {
                    package = "basic",
                    signedOn = "2026-11-20",
                    method = "paper",
                    signedBy = 1,
                    guardian = "示例叔",
                }
            )
        );

        // Eighteen the day after the signing.
        var orphan = await ChildAsync(Some.Member("0", "20081121"));
        Assert.Equal(
            "guardian guardian-required",
            await RefusedAsync(
                orphan,
                new
                {
                    package = "basic",
                    signedOn = "2026-11-20",
                    method = "paper",
                    signedBy = 1,
                }
            )
        );
        var signed = await Scene.Talk.CallAsync(
            "Contracts_Sign",
            201,
            new
            {
                package = "basic",
                signedOn = "2026-11-20",
                method = "paper",
                signedBy = 1,
                guardian = "示例叔",
            },
            orphan
        );
        Assert.Equal("示例叔", signed.Text("guardian"));
    }

    /// <summary>民法典 art. 21 and 28: of an adult who cannot judge what he does, the guardian acts.</summary>
    [Fact]
    public async Task GuardianOfSomebodyWithAMentalDisorder_MaySign_AndNeedNot()
    {
        var household = await ChildAsync(Some.Member(conditions: "F20"), Some.Member("1", "19710203", male: false));
        Assert.Equal(
            "guardian guardian-not-needed",
            await RefusedAsync(
                household,
                new
                {
                    package = "basic",
                    signedOn = "2026-11-20",
                    method = "paper",
                    signedBy = 2,
                    guardian = "示例叔",
                }
            )
        );

        var signed = await Scene.Talk.CallAsync(
            "Contracts_Sign",
            201,
            new
            {
                package = "basic",
                signedOn = "2026-11-20",
                method = "paper",
                signedBy = 1,
                guardian = "示例叔",
            },
            household
        );
        Assert.Equal("示例叔", signed.Text("guardian"));

        var alone = await ChildAsync(Some.Member(conditions: "F20"));
        await Scene.Talk.CallAsync(
            "Contracts_Sign",
            201,
            new
            {
                package = "basic",
                signedOn = "2026-11-20",
                method = "paper",
                signedBy = 1,
            },
            alone
        );
    }

    private async Task<Dictionary<string, string>> ChildAsync(params Dictionary<string, object?>[] members)
    {
        var listed = await Scene.Worker.ListedAsync(await Scene.Worker.EnrolsAsync(Some.Household(members: members)));
        return new() { ["householdId"] = listed.GetProperty("id").GetString()!, ["year"] = "2026" };
    }

    private async Task<string> RefusedAsync(Dictionary<string, string> household, object body)
    {
        var error = Assert.Single(
            (await Scene.Talk.CallAsync("Contracts_Sign", 422, body, household)).Body.GetProperty("errors").EnumerateArray()
        );
        return $"{error.GetProperty("field").GetString()} {error.GetProperty("code").GetString()}";
    }
}
