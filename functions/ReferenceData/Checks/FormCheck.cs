namespace Alleviation.Functions.ReferenceData.Checks;

/// <summary>Forms: each field has what its type needs, and asks only after the field that it hangs on.</summary>
internal static class FormCheck
{
    public static IEnumerable<SeedFault> Of(SeedLibrary library)
    {
        var forms = library.In("forms");
        foreach (var again in forms.GroupBy(form => form.Text("code"), StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
        {
            yield return again.Find("code")!.Value.Fault($"Another form has the code \"{again.Text("code")}\" already.");
        }

        var sections = forms.SelectMany(form => form.Items("sections"));
        foreach (var fault in sections.SelectMany(section => OptionCheck.SameLabels(section.Items("fields"))))
        {
            yield return fault;
        }
        foreach (var fault in forms.SelectMany(form => Fields(form, library).Concat(FormRulesCheck.Of(form, library))))
        {
            yield return fault;
        }
    }

    /// <summary>All answers that a field can have; none where it is answered by a number, a text or a day.</summary>
    public static IReadOnlyList<string> AnswersOf(SeedNode field, SeedLibrary library) =>
        field.Text("type") switch
        {
            "flag" => ["true", "false"],
            "choice" or "choices" => field.Find("options") is null
                ? library.CodesOf($"codes/{field.Text("list")}")
                : [.. field.Items("options").Select(option => option.Text("code")!)],
            _ => [],
        };

    public static IReadOnlyList<SeedNode> FieldsOf(SeedNode form) =>
        [.. form.Items("sections").SelectMany(section => section.Items("fields"))];

    private static IEnumerable<SeedFault> Fields(SeedNode form, SeedLibrary library)
    {
        var earlier = new Dictionary<string, SeedNode>(StringComparer.Ordinal);
        foreach (var field in FieldsOf(form))
        {
            foreach (var fault in Type(field).Concat(OptionCheck.Of(field)))
            {
                yield return fault;
            }
            if (field.Find("showWhen") is { } condition)
            {
                foreach (var fault in ShowWhen(condition, earlier, library))
                {
                    yield return fault;
                }
            }

            if (!earlier.TryAdd(field.Text("code")!, field))
            {
                yield return field.Find("code")!.Value.Fault($"Another field has the code \"{field.Text("code")}\" already.");
            }
        }
    }

    private static IEnumerable<SeedFault> Type(SeedNode field)
    {
        var type = field.Text("type");
        var isChoice = type is "choice" or "choices";
        if (type is "reading" != field.Find("reading") is not null)
        {
            yield return field.Fault("A field of type reading, and no other, names its \"reading\".");
        }
        if (isChoice != (field.Find("options") is null != field.Find("list") is null))
        {
            yield return field.Fault("A choice, and no other field, has either \"options\" or a \"list\".");
        }
        if (type is not "choices" && field.Items("options").Any(option => option.Flag("exclusive")))
        {
            yield return field.Fault("Only where several answers are allowed (choices) can one be \"exclusive\".");
        }
        if (type is not "text" && field.Find("maximumLength") is { } length)
        {
            yield return length.Fault("Only a text has a \"maximumLength\".");
        }
        if (type is "number")
        {
            if (field.Number("minimum") is null || field.Number("maximum") is null || field.Number("minimum") >= field.Number("maximum"))
            {
                yield return field.Fault("A number needs a \"minimum\" that is below its \"maximum\".");
            }
        }
        else if ((field.Find("minimum") ?? field.Find("maximum") ?? field.Find("likely") ?? field.Find("unit")) is { } numeric)
        {
            yield return numeric.Fault("Only a number has this; a reading has what codes/readings.json says.");
        }

        if (field.Find("likely") is { } likely)
        {
            foreach (var fault in Measures.Range(likely))
            {
                yield return fault;
            }
            if (likely.Number("from") < field.Number("minimum") || likely.Number("to") > field.Number("maximum"))
            {
                yield return likely.Fault("The range has to lie within \"minimum\" and \"maximum\".");
            }
        }
    }

    private static IEnumerable<SeedFault> ShowWhen(SeedNode condition, Dictionary<string, SeedNode> earlier, SeedLibrary library)
    {
        var name = condition.Text("field")!;
        if (!earlier.TryGetValue(name, out var earlierField))
        {
            var suggestion = Suggestion.Of(name, earlier.Keys);
            yield return condition.Find("field")!.Value.Fault($"\"{name}\" is no field that is asked before this one. {suggestion}");
            yield break;
        }

        foreach (var fault in Answers(condition, earlierField, library))
        {
            yield return fault;
        }
    }

    /// <summary>The answers that a condition names, against those that the field can have.</summary>
    public static IEnumerable<SeedFault> Answers(SeedNode condition, SeedNode field, SeedLibrary library)
    {
        var answers = AnswersOf(field, library);
        return condition
            .Items("in")
            .Where(answer => !answers.Contains(answer.Text()!))
            .Select(answer =>
                answer.Fault(
                    $"\"{answer.Text()}\" is no answer of the field \"{field.Text("code")}\". {Suggestion.Of(answer.Text()!, answers)}"
                )
            );
    }
}
