namespace Alleviation.Functions.Imports.Files;

/// <summary>The columns of lists that are imported, in the order of their templates.</summary>
public static class ImportColumns
{
    public static readonly ImportColumn RegistrationNumber = OfHousehold("registrationNumber", "户编号");
    public static readonly ImportColumn VillageCode = OfHousehold("villageCode", "村代码");
    public static readonly ImportColumn County = OfHousehold("county", "所在县区") with { IsOther = true };
    public static readonly ImportColumn Township = OfHousehold("township", "所在乡镇") with { IsOther = true };
    public static readonly ImportColumn VillageName = OfHousehold("villageName", "所在村") with { IsOther = true };
    public static readonly ImportColumn Address = OfHousehold("address", "地址") with { FreeText = true };
    public static readonly ImportColumn HouseholdPhone = OfHousehold("householdPhone", "户电话") with { FreeText = true };
    public static readonly ImportColumn Kind = OfHousehold("kind", "贫困户属性");
    public static readonly ImportColumn Causes = OfHousehold("causes", "致贫原因");
    public static readonly ImportColumn PovertyStatus = OfHousehold("povertyStatus", "贫困状态");
    public static readonly ImportColumn PovertyStatusOn = OfHousehold("povertyStatusOn", "状态认定日期");
    public static readonly ImportColumn Lifted = OfHousehold("lifted", "是否脱贫") with { IsOther = true };
    public static readonly ImportColumn LiftedIn = OfHousehold("liftedIn", "脱贫年度") with { IsOther = true };
    public static readonly ImportColumn HouseholdSize = OfHousehold("householdSize", "家庭人口数") with { IsOther = true };
    public static readonly ImportColumn HeadName = OfHousehold("headName", "户主姓名") with { FreeText = true, IsOther = true };
    public static readonly ImportColumn Name = OfMember("name", "姓名") with { FreeText = true };
    public static readonly ImportColumn IdNumber = OfMember("idNumber", "身份证号");
    public static readonly ImportColumn IdMissingReason = OfMember("idMissingReason", "无证原因");
    public static readonly ImportColumn Sex = OfMember("sex", "性别");
    public static readonly ImportColumn BornOn = OfMember("bornOn", "出生日期");
    public static readonly ImportColumn Relationship = OfMember("relationship", "与户主关系");
    public static readonly ImportColumn Phone = OfMember("phone", "电话") with { FreeText = true };
    public static readonly ImportColumn Conditions = OfMember("conditions", "患病");
    public static readonly ImportColumn BloodPressure = OfMember("bloodPressure", "血压") with { IsOther = true };
    public static readonly ImportColumn Systolic = OfMember("systolic", "收缩压");
    public static readonly ImportColumn Diastolic = OfMember("diastolic", "舒张压");
    public static readonly ImportColumn FastingGlucose = OfMember("fastingGlucose", "空腹血糖");
    public static readonly ImportColumn Height = OfMember("height", "身高");
    public static readonly ImportColumn Weight = OfMember("weight", "体重");
    public static readonly ImportColumn TakenAt = OfMember("takenAt", "测量时间");
    public static readonly ImportColumn EthnicGroup = OfMember("ethnicGroup", "民族");
    public static readonly ImportColumn Residence = OfMember("residence", "常住类型");
    public static readonly ImportColumn Abo = OfMember("abo", "血型");
    public static readonly ImportColumn Rh = OfMember("rh", "RH");
    public static readonly ImportColumn Education = OfMember("education", "文化程度");
    public static readonly ImportColumn Occupation = OfMember("occupation", "职业");
    public static readonly ImportColumn Marriage = OfMember("marriage", "婚姻");
    public static readonly ImportColumn Payment = OfMember("payment", "医疗费用支付方式");
    public static readonly ImportColumn DrugAllergies = OfMember("drugAllergies", "药物过敏");
    public static readonly ImportColumn Disabilities = OfMember("disabilities", "残疾");

    /// <summary>The columns of the registry list.</summary>
    public static readonly IReadOnlyList<ImportColumn> All =
    [
        RegistrationNumber,
        VillageCode,
        County,
        Township,
        VillageName,
        Address,
        HouseholdPhone,
        Kind,
        Causes,
        PovertyStatus,
        PovertyStatusOn,
        Lifted,
        LiftedIn,
        HouseholdSize,
        HeadName,
        Name,
        IdNumber,
        IdMissingReason,
        Sex,
        BornOn,
        Relationship,
        Phone,
        Conditions,
        BloodPressure,
        Systolic,
        Diastolic,
        FastingGlucose,
        Height,
        Weight,
        TakenAt,
        EthnicGroup,
        Residence,
        Abo,
        Rh,
        Education,
        Occupation,
        Marriage,
        Payment,
        DrugAllergies,
        Disabilities,
    ];

    public static readonly ImportColumn PhysicianId = OfMember("id", "医师编号");
    public static readonly ImportColumn Disciplines = OfMember("disciplines", "科室");
    public static readonly ImportColumn RegionCode = OfMember("regionCode", "服务区域");
    public static readonly ImportColumn Organisation = OfMember("organisation", "机构") with { FreeText = true };
    public static readonly ImportColumn PanelSize = OfMember("panelSize", "签约户数上限");
    public static readonly ImportColumn Title = OfMember("title", "职称");

    /// <summary>The columns of the list of physicians.</summary>
    public static readonly IReadOnlyList<ImportColumn> OfRoster =
    [
        PhysicianId,
        Name,
        Disciplines,
        RegionCode,
        Organisation,
        PanelSize,
        Phone,
        Title,
    ];

    /// <summary>The columns whose cells are readings, each under its own code of list readings.</summary>
    public static readonly IReadOnlyList<ImportColumn> Readings = [Systolic, Diastolic, FastingGlucose, Height, Weight];

    private static readonly Dictionary<string, ImportColumn> ByName = All.Union(OfRoster)
        .ToDictionary(column => column.Name, StringComparer.Ordinal);

    public static ImportColumn? Named(string name) => ByName.GetValueOrDefault(name);

    public static IReadOnlyList<ImportColumn> For(ImportPurpose purpose) => purpose is ImportPurpose.Roster ? OfRoster : All;

    public static IReadOnlyList<ImportColumn> OfTemplate(ImportPurpose purpose) => [.. For(purpose).Where(column => !column.IsOther)];

    private static ImportColumn OfHousehold(string name, string chinese) => new(name, chinese, OfHousehold: true);

    private static ImportColumn OfMember(string name, string chinese) => new(name, chinese, OfHousehold: false);
}
