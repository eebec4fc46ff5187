namespace Alleviation.Functions.ReferenceData.Checks;

/// <summary>A reading that is urgent by a pathway is urgent by its form, and the other way round.</summary>
internal static class UrgentValuesCheck
{
    public static IEnumerable<SeedFault> Of(SeedNode pathway, SeedLibrary library)
    {
        var code = pathway.Find("followUp")!.Value.Text("form");
        foreach (var form in library.In("forms").Where(form => form.Text("code") == code))
        {
            var ofForm = OfForm(form);
            var ofPathway = pathway.Items("urgent").Select(value => (Place: value, Value: Of(value, value.Text("reading")))).ToList();
            foreach (var (place, _) in ofPathway.ExceptBy(ofForm.Select(one => one.Value), one => one.Value))
            {
                yield return place.Fault($"seeds/{form.Document.Name} has no urgent decision with this value; both have to name it.");
            }

            foreach (var (place, _) in ofForm.ExceptBy(ofPathway.Select(one => one.Value), one => one.Value))
            {
                yield return place.Fault($"seeds/{pathway.Document.Name} has no urgent value like this; both have to name it.");
            }
        }
    }

    private static List<(SeedNode Place, UrgentValue Value)> OfForm(SeedNode form)
    {
        var readings = FormCheck.FieldsOf(form).ToLookup(field => field.Text("code"), field => field.Text("reading"));
        return
        [
            .. form.Find("rules")!.Value.Items("decisions")
                .Where(rule => rule.Flag("urgent"))
                .SelectMany(rule => rule.Items("any"))
                .Where(condition => condition.Find("comparison") is not null)
                .Select(condition => (condition, Of(condition, readings[condition.Text("field")].FirstOrDefault())))
                .Where(one => one.Item2.Reading is not null),
        ];
    }

    private static UrgentValue Of(SeedNode value, string? reading) => new(reading, value.Text("comparison"), value.Number("value"));

    private sealed record UrgentValue(string? Reading, string? Comparison, decimal? Value);
}
