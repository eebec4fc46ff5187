using System.Text.Json;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>What two versions of a plan say differently; pure, between any two.</summary>
/// <param name="Fields">Of the plan itself.</param>
public sealed record CarePlanDifference(
    int From,
    int To,
    IReadOnlyList<FieldDifference> Fields,
    IReadOnlyList<ItemDifference> Goals,
    IReadOnlyList<ItemDifference> Activities,
    IReadOnlyList<ItemDifference> FollowUps
)
{
    public static CarePlanDifference Between(CarePlan from, CarePlan to) =>
        new(
            from.Version,
            to.Version,
            DocumentDifference.Between(Own(from), Own(to)),
            Items(from.Goals, to.Goals, goal => goal.Code),
            Items(from.Activities, to.Activities, activity => activity.Code),
            Items(from.FollowUps, to.FollowUps, followUp => followUp.Form)
        );

    // Who made it, and under which number, differs between any two versions and is told beside them.
    private static object Own(CarePlan plan) =>
        new
        {
            plan.Status,
            plan.ActiveVersion,
            plan.Pathways,
            plan.Conditions,
            plan.Disciplines,
            plan.Batches,
        };

    private static List<ItemDifference> Items<T>(IReadOnlyList<T> from, IReadOnlyList<T> to, Func<T, string> codeOf)
        where T : class
    {
        var (before, after) = (from.ToDictionary(codeOf, StringComparer.Ordinal), to.ToDictionary(codeOf, StringComparer.Ordinal));
        return
        [
            .. from.Select(codeOf)
                .Union(to.Select(codeOf), StringComparer.Ordinal)
                .Select(code => ItemDifference.Of(code, before.GetValueOrDefault(code), after.GetValueOrDefault(code)))
                .Where(item => item.Fields.Count > 0 || item.Kind is not DifferenceKind.Changed),
        ];
    }
}

public enum DifferenceKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>A goal, an activity or a visit that two versions say differently.</summary>
/// <param name="From">As the earlier version has it; null where it is added.</param>
/// <param name="To">As the later version has it; null where it is removed.</param>
/// <param name="Fields">Which of its fields differ, where both have it.</param>
public sealed record ItemDifference(string Code, DifferenceKind Kind, object? From, object? To, IReadOnlyList<FieldDifference> Fields)
{
    internal static ItemDifference Of(string code, object? from, object? to) =>
        (from, to) switch
        {
            (null, _) => new ItemDifference(code, DifferenceKind.Added, null, to, []),
            (_, null) => new ItemDifference(code, DifferenceKind.Removed, from, null, []),
            _ => new ItemDifference(code, DifferenceKind.Changed, from, to, DocumentDifference.Between(from, to)),
        };
}

/// <param name="Field">Its name, as the API has it.</param>
/// <param name="From">Null where it was not there.</param>
public sealed record FieldDifference(string Field, JsonElement? From, JsonElement? To);
