using System.Text.Json;
using Alleviation.Functions.Households;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Enrolment;

/// <summary>
/// What ends when a correction says that members have left. Whoever goes on in another household of the service (married, split off, put
/// under another number) takes along what is open; for all others it ends, and an entry of the record tells whose work it was.
/// </summary>
public sealed class MemberEndings(IEnumerable<IEndsWithMember> endings, CodeLists lists)
{
    private const string EntryKind = "departure";
    private const string Reasons = "departureReason";

    /// <summary>Those whose care ends with the correction; not who had left before, nor who lives in another household.</summary>
    internal static IReadOnlyList<Member> Leaving(IReadOnlyList<Member> before, HouseholdDraft draft)
    {
        var elsewhere = draft.Household.Members.Where(member => member.HasMoved).Select(member => member.Number).ToHashSet();
        var here = before
            .Where(member => member.Departure is null or { GoesOnElsewhere: true })
            .Select(member => member.Number)
            .Except(elsewhere)
            .ToHashSet();
        return [.. draft.Members.Where(member => member.Departure is { GoesOnElsewhere: false } && here.Contains(member.Number))];
    }

    /// <summary>Pure.</summary>
    internal MemberEnd End(HouseholdPartition partition, Household household, IReadOnlyList<Member> leaving, string by, DateTimeOffset now)
    {
        var changes = new List<DocumentChange>();
        foreach (var member in leaving)
        {
            var departure = member.Departure!;
            var waiting = household.Tasks.Where(task => task.Member == member.Number).ToList();
            var memberLeaving = new MemberLeaving(member.Number, departure, lists.LabelOf(Reasons, departure.Reason)!.Chinese, by, now);
            foreach (var ending in endings)
            {
                var end = ending.End(partition, household, memberLeaving);
                household = end.Household;
                changes.AddRange(end.Changes);
            }

            household = household with { Tasks = [.. household.Tasks.Where(task => task.Member != member.Number)] };
            changes.Add(EntryOf(memberLeaving, waiting).Put());
        }

        return new MemberEnd(household, changes);
    }

    internal async Task AnnounceAsync(HouseholdPartition partition, IReadOnlyList<Member> leaving, CancellationToken cancellationToken)
    {
        foreach (var member in leaving)
        {
            foreach (var ending in endings)
            {
                await ending.AnnounceAsync(partition, member.Number, cancellationToken);
            }
        }
    }

    internal async Task FinishAsync(HouseholdPartition partition, IReadOnlyList<Member> leaving, CancellationToken cancellationToken)
    {
        foreach (var member in leaving)
        {
            foreach (var ending in endings)
            {
                await ending.FinishAsync(partition, member.Number, cancellationToken);
            }
        }
    }

    private static Entry EntryOf(MemberLeaving leaving, List<HouseholdTask> waiting)
    {
        var facts = new Dictionary<string, JsonElement>
        {
            ["reason"] = JsonSerializer.SerializeToElement(leaving.Departure.Reason),
            ["on"] = JsonSerializer.SerializeToElement(leaving.Departure.On),
        };
        if (waiting.Count > 0)
        {
            facts["openWork"] = JsonSerializer.SerializeToElement(
                waiting.Select(task => task.For is { } physician ? $"{task.Kind}:{physician}" : task.Kind).Distinct(StringComparer.Ordinal)
            );
        }

        return new Entry(leaving.Member, leaving.At, EntryKind, leaving.Departure.Reason, leaving.By) { Facts = facts };
    }
}
