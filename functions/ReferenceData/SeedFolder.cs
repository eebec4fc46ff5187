using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;

namespace Alleviation.Functions.ReferenceData;

/// <summary>
/// The seeds: those that were copied beside the program, or the folder that the setting Seeds:Folder names. The only place that reads them.
/// </summary>
public sealed class SeedFolder(string root)
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public SeedFolder()
        : this(Path.Combine(AppContext.BaseDirectory, "seeds")) { }

    public static SeedFolder Of(IConfiguration settings) =>
        settings["Seeds:Folder"] is { Length: > 0 } folder ? new SeedFolder(folder) : new SeedFolder();

    /// <summary>Names relative to the folder, parted by slashes, in their order by character codes.</summary>
    public IReadOnlyList<string> Names =>
        [
            .. Directory
                .EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    /// <exception cref="JsonException">The file is not of that form; <see cref="SeedCheck"/> says so at start.</exception>
    public T Read<T>(string folder, string file) =>
        JsonSerializer.Deserialize<T>(BytesOf($"{folder}/{file}.json").Span, Options)
        ?? throw new JsonException($"seeds/{folder}/{file}.json is empty.");

    /// <summary>The documents of a folder, in the order of their files' names.</summary>
    public IReadOnlyList<T> ReadAll<T>(string folder) => [.. FilesOf(folder).Select(file => Read<T>(folder, file))];

    /// <summary>The items of a code list, in the order of the file.</summary>
    public IReadOnlyList<T> ItemsOf<T>(string list) => Read<ItemList<T>>("codes", list).Items;

    /// <summary>The documents of a folder by name, without <c>.json</c>.</summary>
    public IReadOnlyList<string> FilesOf(string folder) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(root, folder), "*.json")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The lines of a text file.</summary>
    public IEnumerable<string> LinesOf(string name) => File.ReadLines(PathOf(name));

    public string PathOf(params string[] parts) => Path.Combine([root, .. parts]);

    /// <summary>Without the mark that some editors put before the text.</summary>
    internal ReadOnlyMemory<byte> BytesOf(string name)
    {
        ReadOnlyMemory<byte> bytes = File.ReadAllBytes(PathOf(name));
        return bytes.Span.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
    }

    private sealed record ItemList<T>(IReadOnlyList<T> Items);
}
