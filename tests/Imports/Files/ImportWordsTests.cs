using Alleviation.Functions.Imports;
using Alleviation.Functions.Imports.Files;
using Alleviation.Tests.ReferenceData;

namespace Alleviation.Tests.Imports.Files;

public sealed class ImportWordsTests
{
    /// <summary>What is checked at start knows the columns by the schema of headings.json.</summary>
    [Theory]
    [InlineData(ImportPurpose.Enrolment, "households")]
    [InlineData(ImportPurpose.Roster, "roster")]
    public void EveryColumn_HasItsWordsAmongTheSeeds(ImportPurpose purpose, string list)
    {
        using var seeds = new BrokenSeeds();
        var headings = System.Text.Json.JsonDocument.Parse(File.ReadAllText(seeds.PathOf("imports/headings.json"))).RootElement;

        var columns = headings
            .GetProperty(list)
            .GetProperty("columns")
            .EnumerateObject()
            .ToDictionary(column => column.Name, column => column.Value.EnumerateArray().Select(word => word.GetString()).ToList());

        Assert.Equal(ImportColumns.For(purpose).Select(column => column.Name).Order(), columns.Keys.Order());
        Assert.All(ImportColumns.For(purpose), column => Assert.Contains(column.Chinese, columns[column.Name]));
    }

    [Theory]
    [InlineData(ImportPurpose.Enrolment, "户主 姓名", "headName")]
    [InlineData(ImportPurpose.Enrolment, "*身份证号(必填)", "idNumber")]
    [InlineData(ImportPurpose.Enrolment, "过敏史", "drugAllergies")]
    [InlineData(ImportPurpose.Enrolment, "民族", "ethnicGroup")]
    [InlineData(ImportPurpose.Roster, "医生姓名", "name")]
    [InlineData(ImportPurpose.Roster, "所在科室", "disciplines")]
    [InlineData(ImportPurpose.Roster, "所在乡镇", "regionCode")]
    [InlineData(ImportPurpose.Enrolment, "所在乡镇", "township")]
    public void Heading_IsOfTheListsKind(ImportPurpose purpose, string heading, string column) =>
        Assert.Equal(column, SomeReading.Words.For(purpose).OfHeading(heading)?.Name);
}
