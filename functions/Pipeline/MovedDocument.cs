using System.Text.Json.Nodes;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Pipeline;

/// <summary>A document of a person on its way to another household.</summary>
internal static class MovedDocument
{
    /// <summary>
    /// Properties of stored documents that say whose they are, by their path; a convention test holds the list against the types.
    /// </summary>
    public static readonly IReadOnlyList<string[]> MemberPaths =
    [
        ["member"],
        ["plan", "member"],
    ];

    private static readonly HashSet<string> PlanKinds =
    [
        MemberCare.StoredAs.Name,
        CarePlan.VersionStoredAs.Name,
        CarePlan.InForceStoredAs.Name,
        Opinion.StoredAs.Name,
    ];

    public static PutAsRead Of(StoredDocument document, int member) => At(document, DocumentKeys.ForMember(document.Key, member), member);

    /// <summary>Kept for those who look into what was stored: it gave way to another in its place.</summary>
    public static PutAsRead Aside(StoredDocument document, int member) =>
        At(document, $"{DocumentKeys.OfPast("merged", member)}:{document.Key}", member);

    public static bool IsOfPlan(string key) => PlanKinds.Contains(DocumentKeys.KindOf(key));

    /// <summary>Both in one: lists hold what stands in either, all else is as the person brought it.</summary>
    public static PutAsRead Merge(PutAsRead moved, StoredDocument present)
    {
        foreach (var (name, value) in present.ReadJson().Document)
        {
            if (moved.Document[name] is JsonArray brought && value is JsonArray items)
            {
                foreach (var item in items.Where(item => !brought.Any(known => IsSame(known, item))).ToList())
                {
                    brought.Add(item?.DeepClone());
                }
            }
            else if (moved.Document[name] is null)
            {
                moved.Document[name] = value?.DeepClone();
            }
        }

        return moved;
    }

    private static bool IsSame(JsonNode? one, JsonNode? other) =>
        one is JsonObject known && other is JsonObject item && known["id"] is { } id
            ? JsonNode.DeepEquals(id, item["id"])
            : JsonNode.DeepEquals(one, other);

    private static PutAsRead At(StoredDocument document, string key, int member)
    {
        var read = document.ReadJson();
        foreach (var path in MemberPaths)
        {
            var holder = path.SkipLast(1).Aggregate<string, JsonNode?>(read.Document, (node, name) => (node as JsonObject)?[name]);
            if (holder is JsonObject parent && parent[path[^1]] is JsonValue)
            {
                parent[path[^1]] = member;
            }
        }

        return read with
        {
            Key = key,
        };
    }
}
