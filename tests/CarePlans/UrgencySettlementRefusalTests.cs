using System.Net;
using Alleviation.Tests.Referrals;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.CarePlans;

/// <summary>What is urgent is not settled: without a reason, by somebody else, or where another was quicker.</summary>
public sealed class UrgencySettlementRefusalTests : UrgencySettlementStage
{
    [Fact]
    public async Task TwoAtOnce_OneIsRecorded_AndTheOtherIsRefused()
    {
        await VisitAsync("""{"systolic":192}""");
        var answers = await Task.WhenAll(
            SettleAsync(Scene.Worker, CareScene.NewId(), Treated),
            SettleAsync(Scene.Worker, CareScene.NewId(), "家属已带去就诊")
        );
        Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.Conflict], answers.Order());
        Assert.Single(await EntriesAsync(), entry => Text(entry, "kind") == "urgencySettlement");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public async Task WithoutAReason_ItIsRefused(string? reason)
    {
        await VisitAsync("""{"systolic":192}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SettleAsync(Scene.Worker, CareScene.NewId(), reason));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SettleAsync(Scene.Worker, CareScene.NewId(), new string('长', 301)));
        Assert.Equal("urgent", (await LineAsync()).GetProperty("urgency").GetString());
    }

    [Fact]
    public async Task OnlyWhoCaresForThePerson_Settles()
    {
        await VisitAsync("""{"systolic":192}""");
        using var elsewhere = await Scene.App.HealthWorkerAsync("441403101");
        using var stranger = await Scene.App.PhysicianAsync(CareScene.County);
        Assert.Equal(HttpStatusCode.NotFound, await SettleAsync(elsewhere, CareScene.NewId(), Treated));
        Assert.Equal(HttpStatusCode.NotFound, await SettleAsync(stranger, CareScene.NewId(), Treated));
        await Scene.Worker.PutsAsync(Scene.Of($"referrals/{CareScene.NewId()}"), SomeReferral.Psychiatry);
        Assert.Equal(HttpStatusCode.Forbidden, await SettleAsync(stranger, CareScene.NewId(), Treated));
        Assert.Equal("urgent", (await LineAsync()).GetProperty("urgency").GetString());
        using var responsible = await Scene.App.PhysicianAsync(CareScene.Responsible);
        Assert.Equal(HttpStatusCode.NoContent, await SettleAsync(responsible, CareScene.NewId(), Treated));
    }

    [Fact]
    public async Task WhereNothingIsUrgent_SettlingIsAConflict() =>
        Assert.Equal(HttpStatusCode.Conflict, await SettleAsync(Scene.Worker, CareScene.NewId(), Treated));
}
