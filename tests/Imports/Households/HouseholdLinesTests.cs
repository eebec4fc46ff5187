using Alleviation.Functions.Imports;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Platform.Http;
using static Alleviation.Tests.Imports.Households.SomeLines;

namespace Alleviation.Tests.Imports.Households;

public sealed class HouseholdLinesTests
{
    [Fact]
    public void LinesOfOneHousehold_BecomeTheCommandOfTheForm()
    {
        var lines = Read([
            LineOf(7, ("name", "李四"), ("relationship", "配偶"), ("idMissingReason", "证件遗失"), ("sex", "女"), ("bornOn", "1952/3/4")),
            LineOf(
                3,
                ("registrationNumber", "MZ - 0001"),
                ("villageCode", "441402004001"),
                ("address", "东村1号"),
                ("householdPhone", "0753-1234567"),
                ("kind", "低保户"),
                ("causes", "因病、因学"),
                ("name", "张三"),
                ("idNumber", "441402 19500101 0017"),
                ("relationship", "0"),
                ("conditions", "高血压@2020-01-02；E11"),
                ("systolic", "152"),
                ("fastingGlucose", "7.8"),
                ("takenAt", "2026-01-02 09:30"),
                ("abo", "AB"),
                ("rh", "阳性"),
                ("payment", "3;贫困救助"),
                ("drugAllergies", "青霉素;花生")
            ),
        ]);
        Assert.Empty(lines.Errors);
        var command = lines.Command;
        Assert.Equal(
            ("MZ-0001", "441402004001", "东村1号", "07531234567", "subsistenceAllowance"),
            (command.RegistrationNumber, command.VillageCode, command.Address, command.Phone, command.Kind)
        );
        Assert.Equal(["illness", "education"], command.Causes!);
        var (head, spouse) = (command.Members![0], command.Members[1]);
        Assert.Equal(("张三", "441402195001010017", "0"), (head.Name, head.IdNumber, head.Relationship));
        Assert.Equal(
            [("I10", (DateOnly?)new DateOnly(2020, 1, 2)), ("E11", null)],
            head.Conditions!.Select(condition => (condition.Code!, condition.DiagnosedOn))
        );
        Assert.Equal(
            [("systolic", 152m), ("fastingGlucose", 7.8m)],
            head.Readings!.Select(reading => (reading.Code!, reading.Value!.Value))
        );
        Assert.All(
            head.Readings!,
            reading => Assert.Equal(new DateTimeOffset(2026, 1, 2, 9, 30, 0, TimeSpan.FromHours(8)), reading.TakenAt)
        );
        Assert.Equal(("4", "2", "花生"), (head.BasicInformation!.Abo, head.BasicInformation.Rh, head.BasicInformation.DrugAllergyOther));
        Assert.Equal(["3", "4"], head.BasicInformation.Payment!);
        Assert.Equal(["2", "5"], head.BasicInformation.DrugAllergies!);
        Assert.Equal(
            ("李四", "papersLost", "2", "1", new DateOnly(1952, 3, 4)),
            (spouse.Name, spouse.IdMissingReason, spouse.Sex, spouse.Relationship, spouse.BornOn)
        );
        Assert.Null(spouse.BasicInformation);
        Assert.Null(spouse.Readings);
    }

    [Theory]
    [InlineData("bornOn", "32874", "import-date")]
    [InlineData("takenAt", "yesterday", "import-date")]
    [InlineData("systolic", "high", "import-number")]
    [InlineData("conditions", "I10@spring", "import-date")]
    [InlineData("idNumber", "4.41402E+17", "import-digits-lost")]
    [InlineData("name", "张\uFFFD", "import-unreadable")]
    public void UnreadableCell_IsReportedWithItsLineAndColumn(string column, string text, string code)
    {
        var lines = Read([
            LineOf(2, ("registrationNumber", "MZ-0001")),
            LineOf(9, ("systolic", "150"), ("takenAt", "2026-01-02"), (column, text)),
        ]);
        var error = Assert.Single(lines.Errors);
        Assert.Equal((9, column, code), (error.Line, error.Column, error.Code));
    }

    [Theory]
    [InlineData("bornOn", "1950-1-1 abc", "import-date")]
    [InlineData("bornOn", "1950-01-01T25:00", "import-date")]
    [InlineData("bornOn", "1950年1月", "import-month")]
    [InlineData("takenAt", "2026-01-02 25:00", "import-date")]
    [InlineData("takenAt", "2026-01", "import-month")]
    [InlineData("bornOn", "1899-12-31", "import-year")]
    [InlineData("bornOn", "0001-01-01", "import-date")]
    [InlineData("bornOn", "2026-01-02 10:00", "import-date")]
    [InlineData("takenAt", "9999-12-31", "import-year")]
    [InlineData("takenAt", "2200-01-01T08:00:00+08:00", "import-year")]
    [InlineData("takenAt", "2200/1/1 8:00", "import-year")]
    [InlineData("conditions", "I10@2206-01-02", "import-year")]
    [InlineData("idNumber", "441402195001010000", "import-digits-lost")]
    [InlineData("kind", "#REF!", "import-cell-error")]
    [InlineData("name", "=VLOOKUP(A1,B:C,2,0)", "import-formula")]
    [InlineData("relationship", "邻居", "import-unknown-value")]
    [InlineData("conditions", "高血压、肺结核", "import-ambiguous")]
    [InlineData("bloodPressure", "偏高", "import-pressure")]
    [InlineData("villageName", "天上村", "import-village-unknown")]
    [InlineData("villageName", "大塘村", "import-village-ambiguous")]
    [InlineData("householdSize", "3", "import-household-size")]
    public void AmbiguousCell_IsRefused(string column, string text, string code)
    {
        var lines = Read([LineOf(2, ("registrationNumber", "MZ-0001"), ("takenAt", "2026-01-02"), (column, text))]);
        Assert.Contains(lines.Errors, error => error.Column == column && error.Code == code);
    }

    [Fact]
    public void HouseholdsCellThatDiffersFromTheFirst_IsRefused()
    {
        var lines = Read([LineOf(2, ("villageCode", "441402004001")), LineOf(3), LineOf(4, ("villageCode", "441402004002"))]);
        var error = Assert.Single(lines.Errors);
        Assert.Equal((4, "villageCode", "import-differs", "2"), (error.Line, error.Column, error.Code, error.Arguments.Single()));
    }

    [Theory]
    [InlineData("villageCode", 2, "villageCode")]
    [InlineData("phone", 2, "householdPhone")]
    [InlineData("causes[1]", 2, "causes")]
    [InlineData("members", 2, null)]
    [InlineData("members[1].phone", 5, "phone")]
    [InlineData("members[1].idNumber", 5, "idNumber")]
    [InlineData("members[1].conditions[0].code", 5, "conditions")]
    [InlineData("members[1].basicInformation.abo", 5, "abo")]
    [InlineData("members[1].basicInformation.drugAllergyOther", 5, "drugAllergies")]
    [InlineData("members[1].readings[1].value", 5, "weight")]
    [InlineData("members[1].readings[0].takenAt", 5, "takenAt")]
    public void RefusalOfTheEnrolment_ComesBackToItsLineAndColumn(string field, int line, string? column)
    {
        var lines = Read([LineOf(2, ("villageCode", "1")), LineOf(5, ("height", "160"), ("weight", "60"), ("takenAt", "2026-01-02"))]);
        var error = lines.Locate(new FieldError(field, "unknown-value"));
        Assert.Equal((line, column, field), (error.Line, error.Column, error.Field));
    }

    [Fact]
    public void ExampleLineOfTheTemplate_IsNeverEnrolled()
    {
        var lines = Read([new ImportLine(2, ExampleLine.In(ImportPurpose.Enrolment, chinese: true))]);
        Assert.Equal("import-example-line", Assert.Single(lines.Errors).Code);
    }
}
