using System.Text.Json.Nodes;
using Alleviation.Tests.Support;
using static Alleviation.Tests.Medication.MedicationScene;

namespace Alleviation.Tests.Medication;

/// <summary>What does not go with what runs is asked about, until a physician answers for it.</summary>
[Collection(MedicationReviewCollection.Name)]
public sealed class MedicationReviewTests(SharedScene<TownshipScene> shared)
{
    [Fact]
    public async Task AllergyRecordedWhileTheDrugRuns_IsAskedAbout_UntilAPhysicianAnswers()
    {
        var scene = await shared.Scene.HasPatientAsync();
        var course = NewId();
        await scene.PutsAsync(200, course, Course("amoxicillin"));
        Assert.Empty(await scene.ReviewsAsync());
        await scene.CorrectsAsync(member => member["basicInformation"] = new JsonObject { ["drugAllergies"] = new JsonArray("2") });
        var task = await scene.IsAskedAsync();
        Assert.Equal((Responsible, 1, true), (task.For, task.Member, task.Urgent));
        var review = Assert.Single(await scene.ReviewsAsync());
        Assert.Equal(
            (course, "2"),
            (review.GetProperty("course").GetString(), review.GetProperty("allergies")[0].GetProperty("allergy").GetString())
        );
        // Another dose asks as well: it runs against what is known now.
        var dose = Course("amoxicillin");
        dose["doseAmount"] = 2;
        Assert.Equal("allergy", (await scene.PutsAsync(409, course, dose)).Text("code"));
        var answered = await scene.PutsAsync(200, course, Course("amoxicillin", overrideReason: "皮试阴性，继续观察"));
        Assert.Empty(answered.Body.GetProperty("reviews").EnumerateArray());
        Assert.Equal(
            "皮试阴性，继续观察",
            answered.Body.GetProperty("running")[0].GetProperty("override").GetProperty("reason").GetString()
        );
        await scene.IsNotAskedAsync();
        // The same sent again changes nothing.
        Assert.Equal(answered.ETag, (await scene.PutsAsync(200, course, Course("amoxicillin", overrideReason: "皮试阴性，继续观察"))).ETag);
    }

    [Fact]
    public async Task Stopped_IsNotAskedAboutAnyMore()
    {
        var scene = await shared.Scene.HasPatientAsync();
        var course = NewId();
        await scene.PutsAsync(200, course, Course("amoxicillin"));
        await scene.CorrectsAsync(member => member["basicInformation"] = new JsonObject { ["drugAllergies"] = new JsonArray("2") });
        await scene.IsAskedAsync();
        var etag = (await scene.ListAsync()).ETag!;
        await scene.Talk.CallAsync(
            "Medication_StopCourse",
            200,
            new { reason = "过敏" },
            scene.Path(("courseId", course)),
            headers: new Dictionary<string, string> { ["If-Match"] = etag }
        );
        await scene.IsNotAskedAsync();
    }

    [Fact]
    public async Task TwoDrugsThatDoNotGoTogether_AreAskedAbout_Once()
    {
        var scene = await shared.Scene.HasPatientAsync();
        var warfarin = NewId();
        await scene.PutsAsync(200, warfarin, Course("warfarin"));
        var warned = await scene.PutsAsync(409, NewId(), Course("ibuprofen"));
        Assert.Equal("drug-caution", warned.Text("code"));
        var hit = warned.Body.GetProperty("current").GetProperty("cautions")[0];
        Assert.Equal(
            ("anticoagulantWithPainkiller", warfarin),
            (hit.GetProperty("caution").GetString(), hit.GetProperty("with").GetString())
        );
        await scene.PutsAsync(200, NewId(), Course("ibuprofen", overrideReason: "短期，监测INR"));
        // Answered for on one of the two, it is on the other.
        Assert.Empty(await scene.ReviewsAsync());
        await scene.IsNotAskedAsync();
    }

    [Fact]
    public async Task WhatAHealthWorkerWritesDownInSpiteOfAWarning_IsAPhysiciansToLookAt()
    {
        var member = Some.Member(conditions: "I10");
        member["basicInformation"] = new { drugAllergies = new[] { "2" } };
        var scene = await shared.Scene.HasPatientAsync(member);
        var course = NewId();
        await scene.PutsAsync(200, course, Course("amoxicillin", elsewhere: "镇上药店", overrideReason: "自己买的"), scene.Worker);
        Assert.Equal(Responsible, (await scene.IsAskedAsync()).For);
        await scene.PutsAsync(200, course, Course("amoxicillin", elsewhere: "镇上药店", overrideReason: "已确认不过敏"));
        await scene.IsNotAskedAsync();
    }

    [Fact]
    public async Task WhatRuns_IsNotPrescribedForAComplaintThatNobodyDiagnosed()
    {
        var scene = await shared.Scene.HasPatientAsync();
        var (bought, prescribed, consultation) = (NewId(), NewId(), NewId());
        await scene.PutsAsync(200, bought, Course("cefixime", elsewhere: "药店"), scene.Worker);
        await scene.PutsAsync(200, prescribed, Course("amlodipine", condition: "I10"));
        var complaint = new
        {
            kind = "medication",
            symptoms = new[] { "coughTwoWeeks" },
            text = "咳嗽三周，吃什么药？",
        };
        await scene.Talk.CallAsync("Consultations_Start", 201, complaint, scene.Path(("consultationId", consultation)), by: scene.Worker);
        // What somebody bought is taken over.
        var errors = (await scene.PutsAsync(422, bought, Course("cefixime"))).Body.GetProperty("errors");
        Assert.Equal("condition-online", errors[0].GetProperty("code").GetString());
        // What runs is changed for the complaint.
        var changed = Course("amlodipine", condition: "I10");
        (changed["doseAmount"], changed["consultation"]) = (2, consultation);
        Assert.Equal("no-prescription-online", (await scene.PutsAsync(409, prescribed, changed)).Text("code"));
        // For the illness that was diagnosed, its dose is.
        changed.Remove("consultation");
        await scene.PutsAsync(200, prescribed, changed);
    }
}
