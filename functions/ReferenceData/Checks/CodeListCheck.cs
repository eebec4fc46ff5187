namespace Alleviation.Functions.ReferenceData.Checks;

/// <summary>Code lists: labels that tell their items apart, and what conditions, measures and drugs say.</summary>
internal static class CodeListCheck
{
    private const string GeneralPractice = "generalPractice";
    private static readonly string[] MeasureLists = ["readings", "labTests"];
    private static readonly string[] Taken = ["form", "pathway"];

    public static IEnumerable<SeedFault> Of(SeedLibrary library)
    {
        foreach (var list in library.In("codes").Append(library.Find("triage/symptoms")!.Value))
        {
            foreach (
                var same in list.Items("items").GroupBy(item => item.Text("zh-CN"), StringComparer.Ordinal).SelectMany(same => same.Skip(1))
            )
            {
                yield return same.Find("zh-CN")!
                    .Value.Fault(
                        $"Two items are called {same.Text("zh-CN")}: nobody could tell them apart. Each needs a label of its own."
                    );
            }
        }

        foreach (var list in library.In("codes").Where(list => $"codes/{list.Text("code")}.json" != list.Document.Name))
        {
            yield return list.Find("code")!.Value.Fault("The list's code is the name of its file, without .json.");
        }
        foreach (var list in library.ListNames.Intersect(Taken))
        {
            yield return new SeedFault(
                $"codes/{list}.json",
                "",
                null,
                $"The name \"{list}\" is taken by seeds/{list}s: a list needs a name of its own."
            );
        }

        foreach (
            var condition in library
                .Find("codes/conditions")!
                .Value.Items("items")
                .Where(item => !item.Texts("disciplines").Contains(GeneralPractice))
        )
        {
            yield return condition
                .Find("disciplines")!
                .Value.Fault($"\"{GeneralPractice}\" is missing: the responsible physician is one of the team.");
        }

        var measures = MeasureLists.SelectMany(list => library.Find($"codes/{list}")!.Value.Items("items"));
        foreach (var fault in measures.SelectMany(Measures.OfItem))
        {
            yield return fault;
        }
        foreach (var test in library.Find("codes/labTests")!.Value.Items("items"))
        {
            if (library.Item("readings", test.Text("code")) is { } reading && reading.Text("unit") != test.Text("unit"))
            {
                yield return test.Find("unit")!
                    .Value.Fault(
                        $"codes/readings.json has {test.Text("code")} in {reading.Text("unit")}: both have to be kept in the same unit."
                    );
            }
        }
    }
}
