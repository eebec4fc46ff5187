namespace Alleviation.Functions.ReferenceData.Checks;

/// <summary>Pathways: a team for every activity, values that can be measured, one pathway for each condition.</summary>
internal static class PathwayCheck
{
    private const string GeneralPractice = "generalPractice";
    private const decimal DaysOfAYear = 365;

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

        foreach (var fault in FollowUp(pathway, library))
        {
            yield return fault;
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
    }

    private static IEnumerable<SeedFault> FollowUp(SeedNode pathway, SeedLibrary library)
    {
        var followUp = pathway.Find("followUp")!.Value;
        var everyDays = followUp.Number("everyDays")!.Value;
        if (followUp.Number("firstWithinDays") > everyDays)
        {
            yield return followUp
                .Find("firstWithinDays")!
                .Value.Fault($"The first visit cannot be later than the next: at most {everyDays}.");
        }
        var perYear = Math.Floor(DaysOfAYear / everyDays);
        if (followUp.Find("forDays") is null && followUp.Number("visitsPerYear") != perYear)
        {
            yield return followUp.Find("visitsPerYear")!.Value.Fault($"A visit every {everyDays} days makes {perYear} a year.");
        }
        var form = library.In("forms").First(form => form.Text("code") == followUp.Text("form"));
        if (pathway.Find("batch") is not null && !form.Flag("condition"))
        {
            yield return followUp
                .Find("form")!
                .Value.Fault($"The pathway is for an illness, but seeds/{form.Document.Name} says \"condition\": false.");
        }
        var readings = FormCheck.FieldsOf(form).ToLookup(field => field.Text("code"), field => field.Text("reading"));
        foreach (var control in form.Find("rules")!.Value.Items("control").Where(condition => condition.Find("comparison") is not null))
        {
            foreach (var goal in pathway.Items("goals").Where(goal => readings[control.Text("field")].Contains(goal.Text("reading"))))
            {
                if (Measures.IsCeiling(goal) != Measures.IsCeiling(control))
                {
                    yield return goal.Find("comparison")!
                        .Value.Fault($"seeds/{form.Document.Name} counts \"{goal.Text("reading")}\" as in control the other way round.");
                }
            }
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
                .SelectMany(same => same.Where(item => !System.Text.Json.JsonElement.DeepEquals(item.Value, same.First().Value)))
        )
        {
            yield return activity.Fault(
                $"Another pathway has the activity \"{activity.Text("code")}\" with other words or times: one code, one activity."
            );
        }
    }
}
