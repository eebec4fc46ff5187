using System.Text.Json;

namespace Alleviation.Functions.Codes;

/// <summary>The seeds that were copied beside the program.</summary>
public sealed class SeedFolder
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
    private readonly string _root = Path.Combine(AppContext.BaseDirectory, "seeds");

    public string PathOf(params string[] parts) => Path.Combine([_root, .. parts]);

    /// <summary>The items of a code list whose items say more than a label.</summary>
    /// <exception cref="JsonException">The file is not a list of such items.</exception>
    public IReadOnlyList<T> ItemsOf<T>(string list) =>
        JsonSerializer.Deserialize<ItemList<T>>(File.ReadAllBytes(PathOf("codes", $"{list}.json")), Options)?.Items
        ?? throw new JsonException($"The list '{list}' has no items.");

    private sealed record ItemList<T>(IReadOnlyList<T> Items);
}
