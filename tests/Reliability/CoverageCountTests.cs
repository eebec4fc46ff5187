using Alleviation.Functions.Coverage;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Reliability;

public sealed class CoverageCountTests
{
    [Fact]
    public async Task ManyCountsOfOneRegionAtOnce_AllComeToTheirEnd()
    {
        await using var app = await AppUnderTest.StartAsync();

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(_ => app.Get<RollUpCoverageHandler>().HandleAsync(Some.Township, CancellationToken.None))
        );

        Assert.All(outcomes, outcome => Assert.Equal(RollUpCoverageOutcome.Counted, outcome));
    }
}
