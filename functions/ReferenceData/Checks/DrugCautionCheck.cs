namespace Alleviation.Functions.ReferenceData.Checks;

/// <summary>Cautions about drugs: each is about some drug, can hold, and does not hold for everybody.</summary>
internal static class DrugCautionCheck
{
    private static readonly string[] Drugs = ["drugs", "groups"];
    private static readonly string[] Others = ["withDrugs", "withGroups"];
    private static readonly string[] OfPerson = ["conditions", "ageBelow", "ageFrom", "reading"];
    private static readonly string[] Limits = ["atMost", "atLeast"];

    public static IEnumerable<SeedFault> Of(SeedLibrary library) =>
        library.Find("codes/drugCaution")!.Value.Items("items").SelectMany(caution => Alone(caution, library));

    private static IEnumerable<SeedFault> Alone(SeedNode caution, SeedLibrary library)
    {
        if (!Has(caution, Drugs))
        {
            yield return caution.Fault("It is about no drug: it needs \"drugs\" or \"groups\".");
        }
        if (!Has(caution, Others) && !Has(caution, OfPerson))
        {
            yield return caution.Fault($"It would hold for everybody: it needs one of {string.Join(", ", OfPerson.Concat(Others))}.");
        }
        if (Has(caution, Others) && Has(caution, OfPerson))
        {
            yield return caution.Fault("It is either about two drugs together or about the person: make two cautions of it.");
        }
        if (caution.Number("ageFrom") >= caution.Number("ageBelow"))
        {
            yield return caution.Find("ageFrom")!.Value.Fault("\"ageFrom\" has to be below \"ageBelow\": it would hold for nobody.");
        }
        if (caution.Find("reading") is not null != Has(caution, Limits))
        {
            yield return caution.Fault("A \"reading\" and \"atMost\" or \"atLeast\" belong together.");
        }

        var conditions = library.CodesOf("codes/conditions");
        foreach (var unknown in caution.Items("conditions").Where(start => !conditions.Any(code => IsStartOf(start, code))))
        {
            yield return unknown.Fault(
                $"No code of codes/conditions begins with \"{unknown.Text()}\". {Suggestion.Of(unknown.Text()!, conditions)}"
            );
        }

        var reading = library.Item("readings", caution.Text("reading"));
        foreach (var fault in Limits.SelectMany(limit => Measures.Values(caution, limit, reading)))
        {
            yield return fault;
        }
    }

    private static bool Has(SeedNode caution, IEnumerable<string> names) => names.Any(name => caution.Find(name) is not null);

    private static bool IsStartOf(SeedNode start, string code) => code.StartsWith(start.Text()!, StringComparison.Ordinal);
}
