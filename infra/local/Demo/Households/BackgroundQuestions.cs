namespace Alleviation.Demo.Households;

/// <summary>Answers to the form 个人基本信息表. How a household lives is drawn once and shared by its members.</summary>
public sealed class BackgroundQuestions(Dice dice)
{
    private readonly string _kitchenExhaust = dice.Weighted(("1", 15), ("2", 30), ("3", 15), ("4", 40.0));
    private readonly string _fuel = dice.Weighted(("1", 55), ("2", 3), ("4", 4), ("5", 38.0));
    private readonly string _water = dice.Weighted(("1", 60), ("2", 5), ("3", 33), ("4", 2.0));
    private readonly string _toilet = dice.Weighted(("1", 60), ("2", 30), ("4", 4), ("5", 6.0));
    private readonly string _livestockPen = dice.Weighted(("1", 55), ("2", 30), ("4", 15.0));

    public DemoBasicInformation Answer(int age, bool married, IReadOnlyList<DemoCondition> conditions)
    {
        var other = dice.Chance(0.005);
        return new DemoBasicInformation
        {
            Residence = dice.Chance(0.97) ? "1" : "2",
            Abo = dice.Weighted(("1", 25), ("2", 25), ("3", 38), ("4", 6), ("5", 6.0)),
            Rh = dice.Weighted(("1", 1), ("2", 74), ("3", 25.0)),
            Education = Education(age),
            Occupation = age is < 16 or >= 70 ? "8" : dice.Weighted(("4", 70), ("3", 8), ("5", 10), ("7", 7), ("8", 5.0)),
            Marriage =
                married ? "2"
                : age < 22 ? "1"
                : age >= 60 ? dice.Weighted(("3", 80), ("1", 15), ("4", 5.0))
                : dice.Weighted(("1", 60), ("3", 15), ("4", 25.0)),
            Payment = dice.Chance(0.4) ? ["3", "4"] : ["3"],
            DrugAllergies = other ? ["5"] : dice.Weighted((new[] { "1" }, 94), (["2"], 4), (["3"], 1.5), (["4"], 0.5)),
            DrugAllergyOther = other ? "头孢类" : null,
            Exposures = dice.Chance(0.98) ? ["1"] : ["2"],
            PastIllnesses = PastIllnesses.Of(conditions),
            FamilyHistory = new DemoFamilyHistory(Relatives(), Relatives(), Relatives(), ["1"]),
            Disabilities = PastIllnesses.DisabilitiesOf(conditions),
            KitchenExhaust = _kitchenExhaust,
            Fuel = _fuel,
            Water = _water,
            Toilet = _toilet,
            LivestockPen = _livestockPen,
        };
    }

    private string[] Relatives() => dice.Weighted((new[] { "1" }, 80), (["2"], 12), (["3"], 4), (["7"], 3), (["2", "3"], 1.0));

    private string Education(int age) =>
        age switch
        {
            < 7 => "10",
            < 13 => "8",
            < 16 => "7",
            < 19 => dice.Weighted(("6", 60), ("4", 30), ("7", 10.0)),
            < 35 => dice.Weighted(("7", 55), ("6", 15), ("4", 12), ("3", 12), ("2", 6.0)),
            < 60 => dice.Weighted(("8", 35), ("7", 50), ("6", 12), ("9", 3.0)),
            _ => dice.Weighted(("8", 55), ("9", 30), ("7", 15.0)),
        };
}
