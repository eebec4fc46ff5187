using Alleviation.Tests.Support;

namespace Alleviation.Tests.Contract;

/// <summary>
/// A service with one physician of several disciplines, a health worker and an operator, whose answers are held against the document.
/// </summary>
public abstract class ConformanceStage() : WithScene<ConformanceStage.OfficeScene>(OfficeScene.StartAsync)
{
    protected const string PhysicianId = TownshipScene.PhysicianId;

    protected AppUnderTest App => Scene.Township.App;

    protected HttpClient Worker => Scene.Township.Worker;

    protected HttpClient Operator => Scene.Operator;

    private protected Conversation Talk => Scene.Talk;

    protected static Dictionary<string, string> Path(params (string Name, string Value)[] values) =>
        values.ToDictionary(value => value.Name, value => value.Value);

    public sealed record OfficeScene(TownshipScene Township, HttpClient Operator) : IAsyncDisposable
    {
        public Conversation Talk { get; } = new(Township.Worker);

        public static Task<OfficeScene> StartAsync() =>
            TownshipScene
                .StartAsync("generalPractice;cardiology", keepsPoison: true)
                .ThenAsync(async township => new OfficeScene(township, await township.App.OperatorAsync()));

        public ValueTask DisposeAsync() => Township.DisposeAsync();
    }
}
