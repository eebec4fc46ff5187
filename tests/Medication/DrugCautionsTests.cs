using Alleviation.Functions.Households;
using Alleviation.Functions.Medication;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Tests.Medication;

public sealed class DrugCautionsTests
{
    private static readonly SeedFolder Seeds = new();
    private static readonly Drugs Drugs = new(Seeds);
    private static readonly DrugCautions Cautions = new(Seeds, Drugs);

    [Theory]
    [InlineData("aspirin", 15, "aspirinUnder16")]
    [InlineData("aspirin", 16, null)]
    [InlineData("aspirin", null, null)]
    [InlineData("levofloxacin", 17, "quinoloneUnder18")]
    [InlineData("trihexyphenidyl", 65, "trihexyphenidylFrom65")]
    [InlineData("trihexyphenidyl", 64, null)]
    public void Age_SpeaksAgainstADrug(string drug, int? age, string? caution) =>
        Assert.Equal(caution, Found(drug, new Patient(age, new BasicInformation(), [], [])));

    [Theory]
    [InlineData("heartRate", 50, "betaBlockerSlowHeart")]
    [InlineData("heartRate", 51, null)]
    [InlineData("systolic", 90, "loweringLowPressure")]
    public void Reading_SpeaksAgainstADrug(string reading, decimal value, string? caution) =>
        Assert.Equal(caution, Found("metoprolol", new Patient(50, new BasicInformation(), [], [new Reading(reading, value, "", default)])));

    [Theory]
    [InlineData("华法林钠片", "布洛芬缓释胶囊")]
    [InlineData("布洛芬缓释胶囊", "华法林钠片")]
    public void TwoDrugs_AreFoundInEitherOrder_AndByTheirNames(string drug, string runningDrug)
    {
        var hits = Cautions.Find(new Drug(null, drug), new Patient(50, new BasicInformation(), [], []), [Course(runningDrug)]);

        Assert.Equal([new CautionHit("anticoagulantWithPainkiller", "other")], hits);
    }

    private static string? Found(string drug, Patient patient) =>
        Cautions.Find(new Drug(drug, null), patient, []).SingleOrDefault()?.Caution;

    private static Course Course(string text) =>
        new("other", new Drug(null, text), new Dose(1, "tablet", "onceDaily"), default, null, null, null, null, null, null);
}
