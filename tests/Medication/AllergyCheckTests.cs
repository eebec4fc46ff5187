using Alleviation.Functions.Households;
using Alleviation.Functions.Medication;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Tests.Medication;

public sealed class AllergyCheckTests
{
    private static readonly Drugs Drugs = new(new SeedFolder());
    private static readonly AllergyCheck Check = new(Drugs);

    [Theory]
    [InlineData("2", "amoxicillin", true)]
    [InlineData("2", "cefixime", true)]
    [InlineData("2", "amlodipine", false)]
    [InlineData("3", "cotrimoxazole", true)]
    [InlineData("3", "gliclazide", true)]
    [InlineData("3", "metformin", false)]
    [InlineData("4", "gentamicin", true)]
    [InlineData("4", "amoxicillin", false)]
    [InlineData("1", "amoxicillin", false)]
    public void CodedAllergy_SpeaksAgainstItsGroups(string allergy, string drug, bool found) =>
        Assert.Equal(
            found,
            Check.Find(new BasicInformation { DrugAllergies = [allergy] }, new Drug(drug, null)).Any(hit => hit.Allergy == allergy)
        );

    [Theory]
    [InlineData("2", "阿莫西林胶囊", true)]
    [InlineData("2", "注射用青霉素钠", true)]
    [InlineData("2", "Piperacillin", true)]
    [InlineData("3", "复方新诺明片", true)]
    [InlineData("4", "硫酸链霉素", true)]
    [InlineData("2", "板蓝根", false)]
    public void DrugInWords_IsKnownByItsName(string allergy, string drug, bool found) =>
        Assert.Equal(found, Check.Find(new BasicInformation { DrugAllergies = [allergy] }, new Drug(null, drug)).Count > 0);

    [Theory]
    [InlineData("头孢过敏、海鲜", "cefuroxime", true)]
    [InlineData("布洛芬", "ibuprofen", true)]
    [InlineData("双氯芬酸", "ibuprofen", true)]
    [InlineData("海鲜", "ibuprofen", false)]
    [InlineData("Aspirin", "aspirin", true)]
    [InlineData("安", "amlodipine", false)]
    public void AllergyInWords_IsHeldAgainstTheDrugAndItsGroup(string allergyText, string drug, bool found)
    {
        var hits = Check.Find(new BasicInformation { DrugAllergies = ["5"], DrugAllergyOther = allergyText }, new Drug(drug, null));

        Assert.Equal(found, hits.Count > 0);
        Assert.All(hits, hit => Assert.Equal("5", hit.Allergy));
    }

    [Theory]
    [InlineData("5", "百炎净", "百炎净")]
    [InlineData("5", "头孢过敏、百炎净", "百炎净")]
    [InlineData("5", "消炎药", "消炎药")]
    [InlineData("5", "酒", "酒")]
    [InlineData("5", null, null)]
    public void AllergyInUnknownWords_IsReported(string code, string? allergyText, string? expected) =>
        Assert.Equal(
            [new AllergyHit("5", expected, null)],
            Check.Unrecognised(new BasicInformation { DrugAllergies = [code], DrugAllergyOther = allergyText })
        );

    [Theory]
    [InlineData("5", "头孢")]
    [InlineData("5", "阿莫西林胶囊过敏")]
    [InlineData("5", "磺胺类")]
    [InlineData("2", null)]
    [InlineData("1", null)]
    [InlineData(null, null)]
    public void AllergyThatIsKnown_IsNot(string? code, string? allergyText) =>
        Assert.Empty(
            Check.Unrecognised(new BasicInformation { DrugAllergies = code is null ? null : [code], DrugAllergyOther = allergyText })
        );

    [Fact]
    public void Seeds_NameOnlyWhatIsKnown()
    {
        var lists = new CodeLists(new SeedFolder());

        Assert.All(Drugs.Groups, group => Assert.All(group.Allergies, allergy => Assert.True(lists.Contains("drugAllergy", allergy))));
        Assert.All(
            new SeedFolder().ItemsOf<DrugKind>("drug"),
            drug => Assert.True(drug.Group is null || lists.Contains("drugGroup", drug.Group))
        );
        // A drug of the list and the same written in words come to the same group.
        Assert.All(
            new SeedFolder().ItemsOf<DrugKind>("drug"),
            drug => Assert.Superset(Groups(new Drug(drug.Code, null)), Groups(new Drug(null, drug.Chinese)))
        );
    }

    private static HashSet<string> Groups(Drug drug) => [.. Drugs.GroupsOf(drug).Select(group => group.Code)];
}
