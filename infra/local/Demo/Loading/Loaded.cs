using System.Text.Json;

namespace Alleviation.Demo.Loading;

/// <summary>What an earlier run put in: the next one stands on the same day, and leaves alone what people may have changed since.</summary>
/// <param name="AsOf">The day on which the demo households stand as they are.</param>
/// <param name="Listed">Whether that run came to its end.</param>
public sealed record Loaded(int Seed, DateOnly AsOf, int Households, bool Listed)
{
    /// <summary>Whether they stand at the end of a year that was played: it is as long as it is, and gets no more households.</summary>
    public bool IsYear { get; init; }

    public static Loaded? Find(string dataFolder) =>
        File.Exists(PathIn(dataFolder))
            ? JsonSerializer.Deserialize<Loaded>(File.ReadAllText(PathIn(dataFolder)), JsonSerializerOptions.Web)
            : null;

    public void Keep(string dataFolder) => OwnFile.Write(PathIn(dataFolder), JsonSerializer.Serialize(this, JsonSerializerOptions.Web));

    private static string PathIn(string dataFolder) => Path.Combine(dataFolder, "demo.json");
}
