namespace Alleviation.Functions.Imports.Files;

/// <summary>The columns of the registry list, in the order of the template.</summary>
public static class ImportColumns
{
    public static readonly ImportColumn RegistrationNumber = OfHousehold("registrationNumber", "户编号", "建档立卡户编号", "户编码");
    public static readonly ImportColumn VillageCode = OfHousehold("villageCode", "村代码", "行政村代码", "村编码");
    public static readonly ImportColumn Address = OfHousehold("address", "地址", "家庭住址", "住址") with { FreeText = true };
    public static readonly ImportColumn HouseholdPhone = OfHousehold("householdPhone", "户电话", "家庭电话");
    public static readonly ImportColumn Kind = OfHousehold("kind", "贫困户属性", "户属性");
    public static readonly ImportColumn Causes = OfHousehold("causes", "致贫原因", "主要致贫原因");
    public static readonly ImportColumn Name = OfMember("name", "姓名") with { FreeText = true };
    public static readonly ImportColumn IdNumber = OfMember("idNumber", "身份证号", "身份证号码", "公民身份号码", "证件号码");
    public static readonly ImportColumn IdMissingReason = OfMember("idMissingReason", "无证原因");
    public static readonly ImportColumn Sex = OfMember("sex", "性别");
    public static readonly ImportColumn BornOn = OfMember("bornOn", "出生日期", "出生年月日");
    public static readonly ImportColumn Relationship = OfMember("relationship", "与户主关系");
    public static readonly ImportColumn Phone = OfMember("phone", "电话", "联系电话", "手机");
    public static readonly ImportColumn Conditions = OfMember("conditions", "患病", "患病情况");
    public static readonly ImportColumn Systolic = OfMember("systolic", "收缩压");
    public static readonly ImportColumn Diastolic = OfMember("diastolic", "舒张压");
    public static readonly ImportColumn FastingGlucose = OfMember("fastingGlucose", "空腹血糖");
    public static readonly ImportColumn Height = OfMember("height", "身高");
    public static readonly ImportColumn Weight = OfMember("weight", "体重");
    public static readonly ImportColumn TakenAt = OfMember("takenAt", "测量时间");
    public static readonly ImportColumn Residence = OfMember("residence", "常住类型");
    public static readonly ImportColumn Abo = OfMember("abo", "血型");
    public static readonly ImportColumn Rh = OfMember("rh", "RH");
    public static readonly ImportColumn Education = OfMember("education", "文化程度");
    public static readonly ImportColumn Occupation = OfMember("occupation", "职业");
    public static readonly ImportColumn Marriage = OfMember("marriage", "婚姻", "婚姻状况");
    public static readonly ImportColumn Payment = OfMember("payment", "医疗费用支付方式");
    public static readonly ImportColumn DrugAllergies = OfMember("drugAllergies", "药物过敏", "药物过敏史");
    public static readonly ImportColumn Disabilities = OfMember("disabilities", "残疾", "残疾情况");

    public static readonly IReadOnlyList<ImportColumn> All =
    [
        RegistrationNumber, VillageCode, Address, HouseholdPhone, Kind, Causes,
        Name, IdNumber, IdMissingReason, Sex, BornOn, Relationship, Phone,
        Conditions, Systolic, Diastolic, FastingGlucose, Height, Weight, TakenAt,
        Residence, Abo, Rh, Education, Occupation, Marriage, Payment, DrugAllergies, Disabilities,
    ];

    /// <summary>The columns whose cells are readings, each under its own code of list readings.</summary>
    public static readonly IReadOnlyList<ImportColumn> Readings = [Systolic, Diastolic, FastingGlucose, Height, Weight];

    private static readonly Dictionary<string, ImportColumn> ByName = All.ToDictionary(column => column.Name, StringComparer.Ordinal);

    private static readonly Dictionary<string, ImportColumn> ByHeading = All
        .SelectMany(column => column.OtherHeadings.Append(column.Name).Append(column.Chinese).Select(heading => (Heading: Headings.Simplify(heading), column)))
        .DistinctBy(pair => pair.Heading)
        .ToDictionary(pair => pair.Heading, pair => pair.column, StringComparer.Ordinal);

    public static ImportColumn? OfHeading(string? heading) => heading is null ? null : ByHeading.GetValueOrDefault(Headings.Simplify(heading));

    public static ImportColumn? Named(string name) => ByName.GetValueOrDefault(name);

    private static ImportColumn OfHousehold(string name, string chinese, params string[] others) => new(name, chinese, OfHousehold: true, others);

    private static ImportColumn OfMember(string name, string chinese, params string[] others) => new(name, chinese, OfHousehold: false, others);
}
