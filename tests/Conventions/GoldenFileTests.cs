using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Conventions;

/// <summary>
/// What is stored stays readable: for each type of document <c>tests/Golden</c> has one with every property filled, and the words of its
/// enums. A property that is renamed, retyped or taken away differs from it, and so does one that is new. Then the schema gets another
/// version with what brings an older document up to date, unless the property is new and may be missing. <c>GOLDEN=write</c> writes them.
/// </summary>
public sealed class GoldenFileTests
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Names => [.. StoredKinds.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void StoredDocument_IsAsItsGoldenFile(string name)
    {
        var (type, version) = StoredKinds.All[name];
        var filled = new FilledDocument();
        var document = filled.Of(type);
        var golden =
            new JsonObject
            {
                ["version"] = version,
                ["document"] = JsonNode.Parse(Write(type, document)),
                ["words"] = new JsonObject(
                    filled.Words.Select(words =>
                        KeyValuePair.Create(words.Key, (JsonNode?)new JsonArray([.. words.Value.Select(word => JsonValue.Create(word))]))
                    )
                ),
            }.ToJsonString(Indented) + "\n";
        var file = Repository.PathOf("tests", "Golden", $"{name}.json");
        if (Environment.GetEnvironmentVariable("GOLDEN") is "write")
        {
            File.WriteAllText(file, golden);
        }

        Assert.Equal(File.Exists(file) ? File.ReadAllText(file) : "", golden);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void StoredDocument_ReadsAsItWasWritten(string name)
    {
        var type = StoredKinds.All[name].Type;
        var written = Write(type, new FilledDocument().Of(type));

        Assert.Equal(written, Write(type, Read(type, written)));
    }

    [Fact]
    public void EveryGoldenFile_IsOfADocument() =>
        Assert.Empty(
            Directory
                .EnumerateFiles(Repository.PathOf("tests", "Golden"), "*.json")
                .Select(Path.GetFileNameWithoutExtension)
                .Except(StoredKinds.All.Keys)
        );

    private static string Write(Type type, object document) =>
        (string)typeof(StoredJson).GetMethod(nameof(StoredJson.Write))!.MakeGenericMethod(type).Invoke(null, [document])!;

    private static object Read(Type type, string json) =>
        typeof(StoredJson)
            .GetMethods()
            .Single(method => method.Name is nameof(StoredJson.Read) && method.GetParameters()[0].ParameterType == typeof(JsonNode))
            .MakeGenericMethod(type)
            .Invoke(null, [JsonNode.Parse(json)!])!;
}
