namespace Alleviation.Functions.ReferenceData.Checks;

/// <summary>Pathways: a team for every activity, values that can be measured, one pathway for each condition.</summary>
internal static class PathwayCheck
{
    private const string GeneralPractice = "generalPractice";

    public static IEnumerable<SeedFault> Of(SeedLibrary library) =>
        library.In("pathways").SelectMany(pathway => Alone(pathway, library)).Concat(Together(library));

    private static IEnumerable<SeedFault> Alone(SeedNode pathway, SeedLibrary library)
    {
        var scope = pathway.Find("appliesTo")!.Value;
        var disciplines = pathway.Texts("disciplines");
        if (!scope.Items("conditions").Any() && scope.Number("minimumAge") is null && !scope.Flag("otherwise"))
        {
            yield return scope.Fault("It is for nobody: it needs \"conditions\", a \"minimumAge\" or \"otherwise\": true.");
        }
        if (!disciplines.Contains(GeneralPractice))
        {
            yield return pathway
                .Find("disciplines")!
                .Value.Fault($"\"{GeneralPractice}\" is missing: the responsible physician is one of the team.");
        }
        foreach (var activity in pathway.Items("activities").Where(activity => !disciplines.Contains(activity.Text("discipline")!)))
        {
            yield return activity
                .Find("discipline")!
                .Value.Fault($"\"{activity.Text("discipline")}\" is not in the pathway's \"disciplines\": nobody of the team would do it.");
        }

        foreach (
            var kind in library.CodesOf("codes/activityKind").Except(pathway.Items("activities").Select(activity => activity.Text("kind")!))
        )
        {
            yield return pathway
                .Find("activities")!
                .Value.Fault($"There is no activity of the kind \"{kind}\": every pathway has all kinds.");
        }

        foreach (
            var fault in pathway
                .Items("goals")
                .SelectMany(goal => Measures.Values(goal, "target", library.Item("readings", goal.Text("reading"))))
        )
        {
            yield return fault;
        }
        foreach (
            var fault in pathway
                .Items("urgent")
                .Concat(pathway.Items("control"))
                .SelectMany(value => Measures.Values(value, "value", library.Item("readings", value.Text("reading"))))
        )
        {
            yield return fault;
        }
        foreach (var fault in UrgentValuesCheck.Of(pathway, library))
        {
            yield return fault;
        }
    }

    private static IEnumerable<SeedFault> Together(SeedLibrary library)
    {
        var pathways = library.In("pathways");
        foreach (var again in pathways.GroupBy(pathway => pathway.Text("code"), StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
        {
            yield return again.Find("code")!.Value.Fault($"Another pathway has the code \"{again.Text("code")}\" already.");
        }

        foreach (
            var again in pathways
                .SelectMany(pathway => pathway.Find("appliesTo")!.Value.Items("conditions"))
                .GroupBy(condition => condition.Text(), StringComparer.Ordinal)
                .SelectMany(same => same.Skip(1))
        )
        {
            yield return again.Fault($"Another pathway is for {again.Text()} already: a condition has one pathway.");
        }

        var others = pathways.Where(pathway => pathway.Find("appliesTo")!.Value.Flag("otherwise")).ToList();
        if (others.Count == 0)
        {
            yield return new SeedFault(
                "pathways/",
                "",
                null,
                "No pathway has \"otherwise\": true: conditions that none names would have none."
            );
        }
        foreach (var second in others.Skip(1))
        {
            yield return second.Find("appliesTo")!.Value.Fault("Another pathway has \"otherwise\": true already.");
        }

        foreach (
            var activity in pathways
                .SelectMany(pathway => pathway.Items("activities"))
                .GroupBy(activity => activity.Text("code"), StringComparer.Ordinal)
                .SelectMany(same => same.Where(one => !System.Text.Json.JsonElement.DeepEquals(one.Value, same.First().Value)))
        )
        {
            yield return activity.Fault(
                $"Another pathway has the activity \"{activity.Text("code")}\" with other words or times: one code, one activity."
            );
        }
    }
}
