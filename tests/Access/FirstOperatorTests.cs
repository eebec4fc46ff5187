using Alleviation.Functions.Access;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Alleviation.Tests.Access;

/// <summary>The operator that is made at the first start.</summary>
public sealed class FirstOperatorTests() : WithScene<OperatorScene>(OperatorScene.StartAsync)
{
    private AccessApp App => Scene.App;

    private string OperatorToken => Scene.OperatorToken;

    [Fact]
    public async Task FirstOperator_IsMadeOnlyWhileThereIsNoAccount()
    {
        var again = App.Get<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<FirstOperator>().Single();
        await again.StartingAsync(CancellationToken.None);
        Assert.Single((await (await App.GetAsync("/api/accounts", OperatorToken)).JsonAsync()).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task AnotherKeyRing_DoesNotStart()
    {
        var strange = new FieldSealer(KeyRing.Create());
        var start = new FirstOperator(
            new AccountTable(App.Tables, strange),
            App.Get<AddAccountHandler>(),
            App.Get<IOptions<AccessOptions>>(),
            NullLogger<FirstOperator>.Instance
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() => start.StartingAsync(CancellationToken.None));
    }
}
