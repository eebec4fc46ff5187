using Alleviation.Tests.Browser.Frame;
using Xunit.Sdk;
using static Microsoft.Playwright.Assertions;

namespace Alleviation.Tests.Browser.Print;

/// <summary>The national forms, filled from the record, as they come out of the printer.</summary>
public sealed class PrintedFormTests(Stage stage) : IClassFixture<Stage>
{
    /// <summary>Each form: whose it is, how many sheets, and what it says.</summary>
    private static readonly (string Form, int Member, int Sheets, string[] Says)[] Forms =
    [
        ("recordCover", PrintedHousehold.Head, 1, ["居民健康档案", "现住址：", "示范路1号", "13800000001"]),
        (
            "basicInformation",
            PrintedHousehold.Head,
            1,
            [
                "个人基本信息表",
                "1男 2女",
                "5其他头孢克洛2/5",
                "确诊时间2015年4月",
                "3新型农村合作医疗",
                "8小学9文盲或半文盲10不详8",
                "禽畜栏1无2单设3室内4室外4",
            ]
        ),
        (
            "healthCheck",
            PrintedHousehold.Head,
            3,
            ["健康体检表", "体质指数（BMI）", "血清肌酐78.5", "异常1心电图ST段改变", "血清低密度脂蛋白胆固醇2.9", "氨氯地平", "1正常2异常2"]
        ),
        ("selfCareAssessment", PrintedHousehold.Head, 1, ["老年人生活自理能力评估表", "总得分", "评估人签名"]),
        (
            "hypertensionVisits",
            PrintedHousehold.Head,
            1,
            [
                "高血压患者随访服务记录表",
                "162/98",
                "151/92",
                "138/86",
                "25.2",
                "氨氯地平",
                "每日1次",
                "1控制满意2控制不满意3不良反应4并发症2",
                "随访医生签名",
            ]
        ),
        (
            "type2DiabetesVisits",
            PrintedHousehold.Head,
            1,
            ["2型糖尿病患者随访服务记录表", "空腹血糖值7.8mmol/L", "主食（克/天）300", "胰岛素"]
        ),
        (
            "severeMentalDisorderVisit",
            PrintedHousehold.Patient,
            1,
            ["严重精神障碍患者随访服务记录表", "11孤僻懒散12其他3/11", "患者（家属）签名"]
        ),
        ("tuberculosisVisits", PrintedHousehold.Consumptive, 1, ["肺结核患者随访服务记录表", "1医生2家属3自服药4其他2", "评估医生签名"]),
        ("antenatalVisits", PrintedHousehold.Mother, 1, ["次产前随访服务记录表", "20周", "115", "142", "92"]),
        ("postnatalVisit", PrintedHousehold.Mother, 1, ["产后访视记录表", "精神好", "36.6℃", "恶露1未见异常2异常1"]),
        ("postnatalExamination", PrintedHousehold.Mother, 1, ["产后42天健康检查记录表", "1已恢复2未恢复", "1结案2转诊"]),
        ("newbornVisit", PrintedHousehold.Newborn, 1, ["新生儿家庭访视记录表", "3.2kg", "3.4kg", "42次/分钟"]),
        ("generalVisit", PrintedHousehold.Head, 1, ["一般随访服务记录表", "病情变化", "随访医生签名"]),
        ("educationPrescription", PrintedHousehold.Head, 1, ["健康教育处方", "少吃盐", "指导医生签名"]),
        ("carePlan", PrintedHousehold.Head, 2, ["多学科诊疗方案", "管理目标", "心血管", "责任医师签名", "患者（家属）签名"]),
        ("contract", PrintedHousehold.Head, 2, ["家庭医生签约服务协议书", "基本服务包", "慢性病服务包", "甲方签字（按手印）"]),
        ("referralOut", PrintedHousehold.Head, 1, ["双向转诊（转出）单", "存根", "请予以接诊"]),
        ("referralReturn", PrintedHousehold.Head, 1, ["双向转诊（回转）单", "存根", "康复建议"]),
    ];

    [Fact]
    public Task EveryForm_IsFilledFromTheRecord_OnA4() =>
        stage.PlayAsync(async scene =>
        {
            var household = await PrintedHousehold.StartAsync(scene);
            var worker = await scene.SignsInAsync(await household.Place.AddWorkerAsync(), Screen.Phone);
            var faults = new List<string>();
            foreach (var (form, member, sheets, says) in Forms)
            {
                await worker.GoesToAsync(household.PathOf(member, $"/forms/{form}"));
                await Expect(worker.Page.Locator("article.sheet").First).ToBeVisibleAsync();
                try
                {
                    var paper = await Paper.PrintAsync(worker, form);
                    paper.Says([.. says, household.Names[member - 1]]);
                    paper.HasNothing("打印表格", "返回", "由手工补填");
                    Assert.True(paper.Sheets.Count == sheets, $"{form} has {paper.Sheets.Count} sheets, not {sheets}.");
                }
                catch (XunitException fault)
                {
                    faults.Add(fault.Message);
                }
            }
            Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        });
}
