using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Households;

/// <summary>A routed household and its partition, as decisions are given them: nothing is stored.</summary>
internal static class SomeHousehold
{
    public const string Physician = "P441402004-01";

    public static readonly Caller Worker = new("worker", Role.HealthWorker, [Some.Township], null, "甲");

    public static readonly Caller Responsible = new("physician", Role.Physician, [], Physician, "乙");

    public static readonly Caller Stranger = new("stranger", Role.HealthWorker, ["441403100"], null, "丙");

    public static Household Of(params MemberSummary[] members) =>
        new(
            HouseholdId.OfFingerprint(new string('a', 32)),
            3,
            HouseholdStage.Routed,
            "TEST00000001",
            Some.Village,
            null,
            null,
            "general",
            [],
            "content",
            DateTimeOffset.UnixEpoch,
            "account"
        )
        {
            Members = members,
            PhysicianId = Physician,
        };

    public static HouseholdPartition With(Household household, params IReadOnlyList<DocumentChange> documents) =>
        new HouseholdPartition(new StoredHousehold(household, "commit", "tag"), []).With(documents);

    /// <summary>The document as a decision puts it; null where it does not.</summary>
    public static T? Put<T>(this IEnumerable<DocumentChange> changes, DocumentKey<T> key)
        where T : class => changes.OfType<PutDocument<T>>().SingleOrDefault(put => put.Key == key.Value)?.Document;
}
