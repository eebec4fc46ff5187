using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.Contracts;
using Alleviation.Functions.Education;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Medication;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Functions.ReferenceData.Forms;
using Alleviation.Functions.Referrals;
using Alleviation.Functions.TestReports;
using Alleviation.Functions.Triage;

namespace Alleviation.Tests.ReferenceData;

/// <summary>
/// Each property of the seeds has somebody who reads it: a property of the code that was renamed would be left out without a word.
/// </summary>
public sealed class SeedReadersTests
{
    private static readonly SeedFolder Seeds = new();
    private static readonly JsonSerializerOptions Options = new(SeedFolder.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>For editors and for people.</summary>
    private static readonly HashSet<string> ForPeople = ["$schema", "source", "sourceNote"];

    /// <summary>The types that a file is read as; items of the code lists are read as <see cref="CodeItem"/> too.</summary>
    private static Type[] ReadersOf(string name) =>
        name.Split('/') switch
        {
            ["codes", var list] => [.. List(typeof(CodeItem)), .. KindOf(list) is { } kind ? List(kind) : []],
            ["forms", _] => [typeof(FollowUpForm)],
            ["pathways", _] => [typeof(Pathway)],
            ["education", _] => [typeof(EducationText)],
            ["contracts", _] => [Nested<ServicePackages>("Document")],
            ["triage", "symptoms.json"] => [Nested<TriageSeeds>("SymptomFile")],
            ["triage", "rules.json"] => [Nested<TriageSeeds>("RuleFile")],
            ["triage", "levels.json"] => [Nested<TriageSeeds>("LevelFile")],
            ["triage", "urgent-words.json"] => [typeof(UrgentWords)],
            ["imports", "headings.json"] => [typeof(HeadingsFile)],
            ["rules", _] => [Nested<FollowUpForms>("UrgencyFile")],
            _ => [],
        };

    public static TheoryData<string> Files() =>
        [.. Seeds.Names.Where(name => name.EndsWith(".json", StringComparison.Ordinal) && ReadersOf(name).Length > 0)];

    [Theory]
    [MemberData(nameof(Files))]
    public void EachProperty_IsRead(string file)
    {
        using var document = JsonDocument.Parse(Seeds.BytesOf(file));

        // A document's code says once more which file it is.
        Assert.Empty(Unread(document.RootElement, ReadersOf(file), "").Except([".code"]));
    }

    [Fact]
    public void EachFileThatTheServiceReads_IsLookedAt() => Assert.InRange(Files().Count, 70, 200);

    private static List<string> Unread(JsonElement value, Type[] readers, string path)
    {
        var infos = readers.Select(reader => Options.GetTypeInfo(Nullable.GetUnderlyingType(reader) ?? reader)).ToList();
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                Type[] elements = [.. infos.Select(info => info.ElementType).OfType<Type>()];
                return elements.Length == 0
                    ? []
                    : value.EnumerateArray().SelectMany((item, index) => Unread(item, elements, $"{path}[{index}]")).ToList();
            case JsonValueKind.Object when infos.Any(info => info.Kind is JsonTypeInfoKind.Dictionary):
                Type[] values = [.. infos.Select(info => info.ElementType).OfType<Type>()];
                return value.EnumerateObject().SelectMany(each => Unread(each.Value, values, $"{path}.{each.Name}")).ToList();
            case JsonValueKind.Object when infos.Any(info => info.Kind is JsonTypeInfoKind.Object):
                return value
                    .EnumerateObject()
                    .Where(each => !ForPeople.Contains(each.Name))
                    .SelectMany(each =>
                    {
                        Type[] found =
                        [
                            .. infos
                                .SelectMany(info => info.Properties)
                                .Where(property => property.Name == each.Name)
                                .Select(property => property.PropertyType),
                        ];
                        return found.Length == 0 ? (List<string>)[$"{path}.{each.Name}"] : Unread(each.Value, found, $"{path}.{each.Name}");
                    })
                    .ToList();
            default:
                return [];
        }
    }

    private static Type? KindOf(string list) =>
        list switch
        {
            "conditions.json" => typeof(ConditionKind),
            "readings.json" => typeof(ReadingKind),
            "labTests.json" => typeof(LabTest),
            "drug.json" => typeof(DrugKind),
            "drugGroup.json" => typeof(DrugGroup),
            "drugCaution.json" => typeof(DrugCaution),
            "referralUrgency.json" => typeof(ReferralUrgency),
            _ => null,
        };

    private static Type[] List(Type item) =>
        [typeof(SeedFolder).GetNestedType("ItemList`1", All)!.MakeGenericType(item), Nested<CodeLists>("NamedDocument")];

    private static Type Nested<T>(string name) => typeof(T).GetNestedType(name, All)!;

    private const System.Reflection.BindingFlags All = System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public;
}
