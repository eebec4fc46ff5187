using System.Globalization;

namespace Alleviation.Demo.Households;

/// <summary>
/// The registry list as the import takes it: Chinese headings, one line per member, no value with a comma or a quote in it.
/// </summary>
public static class RegistryCsv
{
    public const string Heading =
        "户编号,村代码,地址,户电话,贫困户属性,致贫原因,姓名,身份证号,无证原因,性别,出生日期,与户主关系,电话,患病,收缩压,舒张压,空腹血糖,身高,体重,测量时间,"
        + "常住类型,血型,RH,文化程度,职业,婚姻,医疗费用支付方式,药物过敏,残疾";

    private static readonly string[] MeasuredColumns = ["systolic", "diastolic", "fastingGlucose", "height", "weight"];

    public static async Task<int> WriteAsync(
        TextWriter writer,
        IEnumerable<DemoHousehold> households,
        CancellationToken cancellationToken = default
    )
    {
        var lines = 0;
        await writer.WriteLineAsync(Heading.AsMemory(), cancellationToken);
        foreach (var line in households.SelectMany(Lines))
        {
            await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
            lines++;
        }

        return lines;
    }

    public static IEnumerable<string> Lines(DemoHousehold household) =>
        household.Members.Select(member => string.Join(',', Fields(household, member)));

    private static IEnumerable<string?> Fields(DemoHousehold household, DemoMember member) =>
        [
            household.RegistrationNumber,
            household.VillageCode,
            household.Address,
            household.Phone,
            household.Kind,
            string.Join(';', household.Causes),
            member.Name,
            member.IdNumber,
            member.IdMissingReason,
            member.Sex,
            Day(member.BornOn),
            member.Relationship,
            member.Phone,
            string.Join(';', member.Conditions.Select(condition => $"{condition.Code}@{Day(condition.DiagnosedOn)}")),
            .. MeasuredColumns.Select(code => Value(member, code)),
            member.Readings is [var first, ..] ? first.TakenAt.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture) : null,
            .. Background(member.BasicInformation),
        ];

    private static IEnumerable<string?> Background(DemoBasicInformation known) =>
        [
            known.Residence,
            known.Abo,
            known.Rh,
            known.Education,
            known.Occupation,
            known.Marriage,
            string.Join(';', known.Payment),
            known.DrugAllergyOther ?? string.Join(';', known.DrugAllergies),
            string.Join(';', known.Disabilities),
        ];

    private static string? Value(DemoMember member, string code) =>
        member.Readings.FirstOrDefault(reading => reading.Code == code)?.Value.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
