namespace Alleviation.Demo.Year;

/// <summary>What people of the demo's year write, by condition where it depends on one.</summary>
internal static class YearWords
{
    public static readonly IReadOnlyList<string> TransferReasons =
    [
        "户主随子女迁居，就近管理",
        "原责任医师外出进修半年",
        "患者要求由专科方向相近的医师负责",
    ];

    public static readonly IReadOnlyList<string> ReferralFindings =
    [
        "门诊复测仍偏高，心电图未见急性缺血改变",
        "血生化示血脂偏高，肾功能正常",
        "病情较前平稳，无急性并发症",
        "用药剂量不足，未见靶器官新发损害",
    ];

    public static readonly IReadOnlyList<string> ReferralInstructions =
    [
        "已调整用药，两周后村医复测并记录",
        "加用一种药，低盐饮食，四周后回院复查",
        "维持原方案，督促每日按时服药",
    ];

    public static readonly IReadOnlyList<string> Answers =
    [
        "可以继续吃，最近一周每天早晚各量一次并记下来，下次随访带来。",
        "不要自己停药。先把剂量减半，三天后请村医复测，再告诉我。",
        "这是常见反应，多数一两周会减轻；若加重请到镇卫生院来看。",
        "按现在的用法继续，饭后吃，少盐少油。",
    ];

    /// <summary>Why somebody is not met at home, as whoever called writes it down.</summary>
    public static readonly IReadOnlyList<string> Absences =
    [
        "外出务工，电话随访，返乡后补做面访",
        "到外地子女家中居住，电话随访，约定下月回村",
        "多次上门未遇，电话联系家属，约定上门时间",
    ];

    public static string Question(string condition, int place) =>
        (condition, place % 3) switch
        {
            ("I10", 0) => "吃降压药后脚踝有点肿，还要继续吃吗？",
            ("I10", 1) => "这几天早上量血压正常，可以停药吗？",
            ("I10", _) => "家里人外出务工，药快吃完了，能一次多开一点吗？",
            ("E11", 0) => "吃二甲双胍后肚子不舒服，可以换药吗？",
            ("E11", 1) => "空腹血糖降到5点几了，药量要不要减？",
            ("E11", _) => "最近胃口差，吃得少，降糖药还照原来的量吃吗？",
            ("F20" or "F31", _) => "最近睡得多、没精神，药要不要改到晚上吃？",
            ("A15", _) => "吃药后小便发红，正常吗？",
            _ => "现在吃的药和膏药可以一起用吗？",
        };

    public static string Discipline(string condition) =>
        condition switch
        {
            "I10" or "I25" => "cardiology",
            "E11" => "endocrinology",
            "F20" or "F31" => "psychiatry",
            "A15" or "J44" => "respiratory",
            "I63" or "I69" => "neurology",
            "N18" => "nephrology",
            ['C', ..] => "oncology",
            _ => "rehabilitation",
        };

    public static string Lesson(string condition) =>
        condition switch
        {
            "I10" => "hypertension",
            "E11" => "type-2-diabetes",
            "F20" or "F31" => "severe-mental-disorder",
            "A15" => "tuberculosis",
            "I63" or "I69" => "stroke",
            _ => "healthy-living",
        };

    /// <summary>What is prescribed, one step after another as long as the condition is out of control.</summary>
    public static (string Drug, decimal Amount, string Unit, string Frequency)[] Drugs(string condition) =>
        condition switch
        {
            "I10" =>
            [
                ("amlodipine", 5, "mg", "onceDaily"),
                ("losartan", 50, "mg", "onceDaily"),
                ("losartan", 100, "mg", "onceDaily"),
                ("indapamide", 1.5m, "mg", "onceDaily"),
            ],
            "E11" =>
            [
                ("metformin", 500, "mg", "twiceDaily"),
                ("metformin", 500, "mg", "threeTimesDaily"),
                ("acarbose", 50, "mg", "threeTimesDaily"),
                ("gliclazide", 30, "mg", "onceDaily"),
            ],
            "F20" => [("risperidone", 2, "mg", "atNight"), ("risperidone", 3, "mg", "atNight")],
            "A15" => [("isoniazid", 300, "mg", "onceDaily")],
            "I25" or "I63" or "I69" => [("atorvastatin", 20, "mg", "atNight")],
            "J44" => [("tiotropium", 1, "puff", "onceDaily")],
            _ => [],
        };
}
