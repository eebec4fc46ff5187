namespace Alleviation.Demo.Households;

/// <summary>What a condition means in the lists pastIllness and disability.</summary>
public static class PastIllnesses
{
    private const string None = "1";

    public static IReadOnlyList<DemoPastIllness> Of(IReadOnlyList<DemoCondition> conditions)
    {
        var illnesses = conditions
            .Select(condition => (Code: CodeOf(condition.Code), condition.DiagnosedOn))
            .Where(illness => illness.Code is not null)
            .DistinctBy(illness => illness.Code)
            .Select(illness => new DemoPastIllness(illness.Code!, new DateOnly(illness.DiagnosedOn.Year, illness.DiagnosedOn.Month, 1)))
            .ToList();
        return illnesses.Count > 0 ? illnesses : [new DemoPastIllness(None, On: null)];
    }

    public static IReadOnlyList<string> DisabilitiesOf(IReadOnlyList<DemoCondition> conditions)
    {
        var disabilities = conditions.Select(condition => DisabilityOf(condition.Code)).OfType<string>().Distinct().ToList();
        return disabilities.Count > 0 ? disabilities : [None];
    }

    private static string? CodeOf(string condition) =>
        condition switch
        {
            "I10" => "2",
            "E11" => "3",
            "I25" => "4",
            "J44" => "5",
            ['C', ..] => "6",
            "I63" or "I69" => "7",
            "F20" or "F31" => "8",
            "A15" => "9",
            _ => null,
        };

    private static string? DisabilityOf(string condition) =>
        condition switch
        {
            "H54" => "2",
            "H91" => "3",
            "R47" => "4",
            "G83" or "Z89" => "5",
            "F79" => "6",
            _ => null,
        };
}
