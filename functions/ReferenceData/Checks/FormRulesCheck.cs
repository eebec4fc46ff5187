namespace Alleviation.Functions.ReferenceData.Checks;

/// <summary>The rules of a form: they are about its fields, they decide every visit, and what is urgent is told.</summary>
internal static class FormRulesCheck
{
    public static IEnumerable<SeedFault> Of(SeedNode form, SeedLibrary library)
    {
        var rules = form.Find("rules")!.Value;
        var decisions = rules.Items("decisions").ToList();
        var regular = rules.Items("regular").ToList();
        var fields = FormCheck
            .FieldsOf(form)
            .DistinctBy(field => field.Text("code"))
            .ToDictionary(field => field.Text("code")!, StringComparer.Ordinal);
        var conditions = rules
            .Items("control")
            .Concat(decisions.SelectMany(rule => rule.Items("any")))
            .Concat(regular.Select(interval => interval.Find("when")).OfType<SeedNode>());
        return conditions
            .SelectMany(condition => Condition(condition, fields, library))
            .Concat(Total(decisions, regular))
            .Concat(Answered(rules, fields))
            .Concat(UrgentCheck.Of(rules, fields));
    }

    private static IEnumerable<SeedFault> Condition(SeedNode condition, Dictionary<string, SeedNode> fields, SeedLibrary library)
    {
        if (!fields.TryGetValue(condition.Text("field")!, out var field))
        {
            yield return condition
                .Find("field")!
                .Value.Fault(
                    $"\"{condition.Text("field")}\" is no field of this form. {Suggestion.Of(condition.Text("field")!, fields.Keys)}"
                );
            yield break;
        }

        var isNumber = field.Text("type") is "reading" or "number";
        if (isNumber && (condition.Find("comparison") is null || condition.Find("value") is null || condition.Find("in") is not null))
        {
            yield return condition.Fault(
                $"\"{field.Text("code")}\" is a number: it needs a \"comparison\" and a \"value\", and no \"in\"."
            );
        }
        else if (
            !isNumber
            && (
                condition.Find("in") is null
                || condition.Find("comparison") is not null
                || condition.Find("value") is not null
                || condition.Find("variants") is not null
            )
        )
        {
            yield return condition.Fault(
                $"\"{field.Text("code")}\" is answered by a code: it needs \"in\", and neither \"comparison\" nor \"value\"."
            );
        }

        var values = field.Text("reading") is { } reading
            ? Measures.Values(condition, "value", library.Item("readings", reading))
            : Within(condition, field);
        foreach (var fault in values.Concat(FormCheck.Answers(condition, field, library)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<SeedFault> Within(SeedNode condition, SeedNode field) =>
        condition
            .Items("variants")
            .Prepend(condition)
            .Where(place => place.Number("value") < field.Number("minimum") || place.Number("value") > field.Number("maximum"))
            .Select(place => place.Find("value")!.Value)
            .Select(value =>
                value.Fault($"It has to be between {Measures.Text(field.Number("minimum"))} and {Measures.Text(field.Number("maximum"))}.")
            );

    private static IEnumerable<SeedFault> Total(List<SeedNode> decisions, List<SeedNode> regular)
    {
        if (!IsForEverybody(decisions[^1]))
        {
            yield return decisions[^1]
                .Fault("The last decision has to apply to everybody: without \"any\", \"inControl\" and \"afterInARow\".");
        }
        foreach (var early in decisions.SkipLast(1).Where(IsForEverybody))
        {
            yield return early.Fault("It applies to everybody, so that those after it are never reached: it has to be the last.");
        }
        if (regular[^1].Find("when") is not null)
        {
            yield return regular[^1].Fault("The last interval has to be for everybody: without \"when\".");
        }
        foreach (var early in regular.SkipLast(1).Where(interval => interval.Find("when") is null))
        {
            yield return early.Fault("It is for everybody, so that those after it are never reached: it has to be the last.");
        }
    }

    private static bool IsForEverybody(SeedNode decision) =>
        decision.Find("any") is null && decision.Find("inControl") is null && decision.Number("afterInARow") is null or 0;

    /// <summary>What is not answered is never in control: whoever may leave it out would call somebody well out of control.</summary>
    private static IEnumerable<SeedFault> Answered(SeedNode rules, Dictionary<string, SeedNode> fields) =>
        rules
            .Items("control")
            .Where(condition => fields.TryGetValue(condition.Text("field")!, out var field) && !field.Flag("required"))
            .Select(condition => condition.Find("field")!.Value)
            .Select(name => name.Fault($"\"{name.Text()}\" decides about control: its field has to be \"required\": true."));
}
