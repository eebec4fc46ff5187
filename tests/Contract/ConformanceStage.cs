using Alleviation.Tests.Support;

namespace Alleviation.Tests.Contract;

/// <summary>
/// A service with one physician of several disciplines, a health worker and an operator, whose answers are held against the document.
/// </summary>
public abstract class ConformanceStage : IAsyncLifetime
{
    protected const string PhysicianId = "P441402004-01";

    protected AppUnderTest App { get; private set; } = null!;

    protected HttpClient Worker { get; private set; } = null!;

    protected HttpClient Operator { get; private set; } = null!;

    private protected Conversation Talk { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await AppUnderTest.StartAsync(keepsPoison: true);
        await App.HasPhysicianAsync(PhysicianId, Some.Township, "generalPractice;cardiology");
        (Worker, Operator) = (await App.HealthWorkerAsync(Some.Township), await App.OperatorAsync());
        Talk = new Conversation(Worker);
    }

    public async Task DisposeAsync()
    {
        Worker.Dispose();
        Operator.Dispose();
        await App.DisposeAsync();
    }

    protected static Dictionary<string, string> Path(params (string Name, string Value)[] values) =>
        values.ToDictionary(value => value.Name, value => value.Value);
}
