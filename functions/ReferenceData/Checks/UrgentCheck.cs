namespace Alleviation.Functions.ReferenceData.Checks;

/// <summary>Urgent decisions: they depend on answers alone, say what to do, name every danger, and rule out being in control.</summary>
internal static class UrgentCheck
{
    private static readonly string[] Limits = ["inControl", "afterInARow"];

    public static IEnumerable<SeedFault> Of(SeedNode rules, Dictionary<string, SeedNode> fields)
    {
        var decisions = rules.Items("decisions").Where(decision => decision.Flag("urgent")).ToList();
        return Urgent(decisions).Concat(Apart(rules, decisions)).Concat(Danger(decisions, fields));
    }

    private static IEnumerable<SeedFault> Urgent(List<SeedNode> decisions)
    {
        foreach (var decision in decisions)
        {
            if (decision.Find("any") is null)
            {
                yield return decision.Fault("An urgent decision says in \"any\" what is urgent.");
            }
            if (decision.Find("withinDays") is { } days)
            {
                yield return days.Fault(
                    "What is urgent is followed up within the days of seeds/rules/urgency.json, whatever the form: leave it out here."
                );
            }
            foreach (var limit in Limits.Select(decision.Find).OfType<SeedNode>())
            {
                yield return limit.Fault("What is urgent is urgent at any visit: an urgent decision depends on \"any\" alone.");
            }
            foreach (var condition in decision.Items("any").Where(condition => condition.Find("action") is null))
            {
                yield return condition.Fault("\"action\" is missing: what to do at once, in both languages.");
            }
        }
    }

    /// <summary>A value that calls for treatment at once is not in control, at any age.</summary>
    private static IEnumerable<SeedFault> Apart(SeedNode rules, List<SeedNode> decisions)
    {
        var urgent = decisions.SelectMany(decision => decision.Items("any")).ToList();
        foreach (var control in rules.Items("control").Where(condition => condition.Find("comparison") is not null))
        {
            foreach (var same in urgent.Where(row => row.Find("comparison") is not null && row.Text("field") == control.Text("field")))
            {
                if (Measures.Overlap(control, same))
                {
                    yield return same.Fault($"Values of \"{same.Text("field")}\" would be in control and call for treatment at once.");
                }
            }
        }
    }

    private static IEnumerable<SeedFault> Danger(List<SeedNode> decisions, Dictionary<string, SeedNode> fields)
    {
        var urgent = decisions
            .SelectMany(decision => decision.Items("any"))
            .SelectMany(condition => condition.Texts("in").Select(answer => (condition.Text("field"), answer)))
            .ToHashSet();
        return fields
            .Values.SelectMany(field =>
                field
                    .Items("options")
                    .Where(option => option.Flag("danger") && !urgent.Contains((field.Text("code"), option.Text("code")!)))
            )
            .Select(option => option.Fault($"\"{option.Text("code")}\" is a danger, but no urgent decision names it."));
    }
}
