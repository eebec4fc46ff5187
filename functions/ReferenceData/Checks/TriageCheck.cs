namespace Alleviation.Functions.ReferenceData.Checks;

/// <summary>Triage rules: each can hold.</summary>
internal static class TriageCheck
{
    private static readonly string[] Threshold = ["reading", "comparison", "value"];

    public static IEnumerable<SeedFault> Of(SeedLibrary library)
    {
        foreach (var rule in library.Find("triage/rules")!.Value.Items("rules"))
        {
            var parts = Threshold.Count(name => rule.Find(name) is not null);
            if (parts is 1 or 2)
            {
                yield return rule.Fault("\"reading\", \"comparison\" and \"value\" belong together.");
            }
            if (parts == 0 && rule.Find("symptoms") is null)
            {
                yield return rule.Fault(
                    "It would hold for everybody: it needs \"symptoms\", or a \"reading\" with \"comparison\" and \"value\"."
                );
            }
            if (rule.Number("minimumAge") > rule.Number("maximumAge"))
            {
                yield return rule.Fault("\"minimumAge\" has to be at most \"maximumAge\".");
            }
            foreach (var fault in Measures.Values(rule, "value", library.Item("readings", rule.Text("reading"))))
            {
                yield return fault;
            }
        }
    }
}
