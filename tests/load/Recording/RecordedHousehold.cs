namespace Alleviation.Load.Recording;

/// <summary>
/// The calls that one household cost on its way, by the step that made them: the request, and the message that builds and lists it.
/// Settling the message comes last.
/// </summary>
/// <param name="NumbersLooked">The point read of the village's next record number; null where the service knew it.</param>
internal sealed record RecordedHousehold(
    string Id,
    string VillageCode,
    string PhysicianId,
    IReadOnlyList<RecordedCall> Accept,
    RecordedCall Read,
    RecordedCall? NumbersLooked,
    RecordedCall NumbersTaken,
    IReadOnlyList<RecordedCall> Identities,
    IReadOnlyList<RecordedCall> Built
)
{
    private static readonly string[] Queues = ["enrolments", "changes"];

    public int Calls => Accept.Count + 2 + (NumbersLooked is null ? 0 : 1) + Identities.Count + Built.Count;

    /// <summary>Whether all messages of a household were settled and it is on record: then nothing more of it is to come.</summary>
    public static bool IsWhole(IReadOnlyList<RecordedCall> calls) =>
        calls.Any(call => call.Is("POST", "/Audit")) && Queues.All(queue => calls.Any(call => call.Is("DELETE", $"/{queue}/messages/")));

    /// <summary>
    /// Sorts a household's calls by step. Null where it went another way than most: the message was quicker than the commit, or a
    /// call of something else fell between.
    /// </summary>
    public static RecordedHousehold? Of(string id, string villageCode, IReadOnlyList<RecordedCall> calls)
    {
        RecordedCall[] Where(string method, string part, string inBody = "") =>
            [.. calls.Where(call => call.Is(method, part) && call.Body.Contains(inBody, StringComparison.Ordinal))];

        var audit = calls.Where(call => call.Target.Contains("/Audit", StringComparison.Ordinal)).ToList();
        var commits = Where("POST", "/$batch", "/Households");
        var looks = Where("GET", "/RecordNumbers(");
        var isUsual =
            audit.Count == 1
            && commits.Length == 2
            && Where("GET", "/Households(P").Length == 0
            && looks.Length <= 1
            && Queues.All(queue => Where("POST", $"/{queue}/messages").Length == 1)
            && Where("GET", "/Households()").Length == 1
            && Where("POST", "/$batch", "/RecordNumbers").Length == 1
            && Where("POST", "/$batch", "/Worklists").Length == 1;
        if (!isUsual)
        {
            return null;
        }
        var worklist = Where("POST", "/$batch", "/Worklists")[0];
        return new RecordedHousehold(
            id,
            villageCode,
            Between(worklist.Body, "\"PartitionKey\":\"", "\""),
            [.. Where("POST", "/enrolments/messages"), commits[0], audit[0]],
            Where("GET", "/Households()")[0],
            looks.FirstOrDefault(),
            Where("POST", "/$batch", "/RecordNumbers")[0],
            Where("POST", "/Identities"),
            [
                .. Where("POST", "/changes/messages"),
                commits[1],
                worklist,
                .. Where("POST", "/$batch", "/Villages"),
                .. Where("POST", "/Households"),
                .. Where("POST", "/Coverage"),
                .. Where("DELETE", "/changes/messages/"),
                .. Where("DELETE", "/enrolments/messages/"),
            ]
        );
    }

    internal static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }
}
