namespace Alleviation.Functions.ReferenceData.Checks;

/// <summary>Options of a question: whoever is well has an answer, and nobody can take one for another.</summary>
internal static class OptionCheck
{
    public static IEnumerable<SeedFault> Of(SeedNode field)
    {
        var options = field.Items("options").ToList();
        foreach (var option in options.Where(option => option.Flag("danger") && option.Flag("exclusive")))
        {
            yield return option.Fault("A \"danger\" may come with others: it is not \"exclusive\".");
        }
        var hasNone = options.Count == 0 || options.Exists(option => option.Flag("exclusive"));
        if (field.Text("type") is "choices" && field.Flag("required") && !hasNone)
        {
            yield return field.Fault("It has to be answered, so it needs an \"exclusive\" option for those who have none of the others.");
        }
        foreach (var same in SameLabels(options))
        {
            yield return same;
        }
    }

    public static IEnumerable<SeedFault> SameLabels(IEnumerable<SeedNode> labelled) =>
        labelled
            .GroupBy(option => option.Find("label")!.Value.Text("zh-CN"), StringComparer.Ordinal)
            .SelectMany(same => same.Skip(1))
            .Select(again =>
                again
                    .Find("label")!
                    .Value.Fault(
                        $"{again.Find("label")!.Value.Text("zh-CN")} is there twice: "
                            + "nobody could tell them apart. Each needs a label of its own."
                    )
            );
}
