namespace Alleviation.Functions.ReferenceData.Checks;

/// <summary>
/// Examples of visits: there are some for every form, about its fields, and each says either what is wrong or what follows.
/// </summary>
internal static class CaseCheck
{
    private const string File = "cases/visits";
    private static readonly string[] Result = ["outcome", "actions", "inControl", "urgent", "nextDueOn"];

    public static IEnumerable<SeedFault> Of(SeedLibrary library)
    {
        var cases = library.Find(File)!.Value;
        var items = cases.Items("items").ToList();
        foreach (var form in library.In("forms"))
        {
            var code = form.Text("code")!;
            var fields = FormCheck.FieldsOf(form).Select(field => field.Text("code")!).ToList();
            var own = items.Where(item => item.Text("form") == code).ToList();
            var good = cases.Find("good")!.Value.Find(code);
            if (good is null || own.Count == 0)
            {
                yield return cases.Fault($"The form \"{code}\" has no example: it needs answers in \"good\", and one in \"items\".");
            }

            var answers = own.SelectMany(item => item.Find("changes")!.Value.Properties()).Concat(good?.Properties() ?? []);
            foreach (var answer in answers.Where(answer => !fields.Contains(answer.Name)))
            {
                yield return answer.Fault($"\"{answer.Name}\" is no field of the form \"{code}\". {Suggestion.Of(answer.Name, fields)}");
            }
        }

        foreach (var item in items)
        {
            var missing = Result.Where(name => item.Find(name) is null).ToList();
            if (item.Find("wrong") is null ? missing.Count > 0 : missing.Count < Result.Length)
            {
                yield return item.Fault($"It says either what is \"wrong\", or what follows: {string.Join(", ", Result)}.");
            }
        }
    }
}
