using System.Text.Json.Nodes;
using Alleviation.Tests.Support;
using static Alleviation.Tests.Medication.MedicationScene;

namespace Alleviation.Tests.Medication;

/// <summary>What nobody can hold against what is known: somebody has to have seen that.</summary>
public sealed class UnrecognisedDrugTests(SharedScene<TownshipScene> shared) : IClassFixture<SharedScene<TownshipScene>>
{
    [Fact]
    public async Task UnrecognisedDrug_IsSavedOnlyWhenSomebodyAcknowledgesIt()
    {
        var scene = await shared.Scene.HasPatientAsync();
        var course = NewId();

        var refused = await scene.PutsAsync(409, course, Course(text: "康泰克新"));
        Assert.Equal("drug-unrecognised", refused.Text("code"));
        Assert.True(refused.Body.GetProperty("current").GetProperty("unrecognised").GetBoolean());
        await scene.PutsAsync(409, course, Course(text: "康泰克新", overrideReason: "没关系"));
        var saved = await scene.PutsAsync(200, course, Course(text: "康泰克新", hasSeen: true));
        Assert.Equal(Responsible, saved.Body.GetProperty("running")[0].GetProperty("acknowledged").GetProperty("physicianId").GetString());
        Assert.Empty(await scene.ReviewsAsync());
        // A known drug of another name needs nothing.
        await scene.PutsAsync(200, NewId(), Course(text: "阿莫西林胶囊"));

        // What becomes known later could not be held against it either.
        await scene.CorrectsAsync(member => member["basicInformation"] = new JsonObject { ["drugAllergies"] = new JsonArray("4") });
        await scene.IsAskedAsync();
        Assert.True(Assert.Single(await scene.ReviewsAsync()).GetProperty("unrecognised").GetBoolean());
        await scene.PutsAsync(200, course, Course(text: "康泰克新", hasSeen: true));
        await scene.IsNotAskedAsync();
    }

    /// <summary>百炎净 is a brand of co-trimoxazole: the list does not know it.</summary>
    [Fact]
    public async Task AllergyInUnknownWords_IsAskedAbout_ForWhatRunsAndWhatIsNew()
    {
        var scene = await shared.Scene.HasPatientAsync();
        var (course, another) = (NewId(), NewId());
        await scene.PutsAsync(200, course, Course("cotrimoxazole"));

        await scene.CorrectsAsync(member => member["basicInformation"] = new JsonObject { ["drugAllergyOther"] = "百炎净" });

        Assert.Equal(Responsible, (await scene.IsAskedAsync()).For);
        var review = Assert.Single(await scene.ReviewsAsync());
        Assert.Equal("百炎净", review.GetProperty("unrecognisedAllergies")[0].GetProperty("text").GetString());
        Assert.False(review.GetProperty("unrecognised").GetBoolean());
        var refused = await scene.PutsAsync(409, another, Course("amlodipine"));
        Assert.Equal("drug-unrecognised", refused.Text("code"));
        Assert.Equal("百炎净", refused.Body.GetProperty("current").GetProperty("unrecognisedAllergies")[0].GetProperty("text").GetString());

        await scene.PutsAsync(200, another, Course("amlodipine", hasSeen: true));
        await scene.PutsAsync(200, course, Course("cotrimoxazole", hasSeen: true));
        await scene.IsNotAskedAsync();
    }

    [Fact]
    public async Task UnrecognisedDrugOfAHealthWorker_IsAPhysiciansToLookAt()
    {
        var scene = await shared.Scene.HasPatientAsync();

        await scene.PutsAsync(200, NewId(), Course(text: "康泰克新", elsewhere: "药店", hasSeen: true), scene.Worker);

        Assert.Equal(Responsible, (await scene.IsAskedAsync()).For);
    }
}
