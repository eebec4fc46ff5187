using Alleviation.Tests.Support;

namespace Alleviation.Tests.Medication;

/// <summary>What is not written into the list of medication: of two at once, by others, or with faults.</summary>
[Collection(MedicationCollection.Name)]
public sealed class MedicationRefusalTests(SharedScene<TownshipScene> shared) : MedicationStage(shared)
{
    [Fact]
    public async Task TwoEditsAtOnce_OneIsMade_AndTheOtherSeesIt()
    {
        var answers = await Task.WhenAll(EditAsync("amlodipine"), EditAsync("metformin"));
        Assert.Equal([200, 412], answers.Order());
        Assert.Equal(1, (await ListAsync()).Body.GetProperty("running").GetArrayLength());
        async Task<int> EditAsync(string drug)
        {
            var path = $"/api/households/{Household}/members/1/medication/courses/{Id()}";
            using var request = new HttpRequestMessage(HttpMethod.Put, path)
            {
                Content = System.Net.Http.Json.JsonContent.Create(Course(drug)),
            };
            request.Headers.TryAddWithoutValidation("If-Match", "\"v0\"");
            using var answer = await Physician.SendAsync(request);
            return (int)answer.StatusCode;
        }
    }

    [Fact]
    public async Task HealthWorker_RecordsWhatComesFromElsewhere_AndLeavesPrescriptionsAlone()
    {
        var (prescribed, bought) = (Id(), Id());
        await PutAsync(200, prescribed, 0, Course("amlodipine"));
        await PutAsync(422, bought, 1, Course("metformin"), Worker);
        await PutAsync(200, bought, 1, Course("metformin", elsewhere: "镇上药店"), Worker);
        Assert.Equal("prescribed-by-physician", (await StopAsync(403, prescribed, 2, "不想吃", Worker)).Text("code"));
        await StopAsync(200, bought, 2, "吃完了", Worker);
        using var stranger = await App.HealthWorkerAsync("441402005");
        using var other = await App.PhysicianAsync("P441402004-09");
        await PutAsync(404, Id(), 3, Course("aspirin", elsewhere: "药店"), stranger);
        await PutAsync(404, Id(), 3, Course("aspirin"), other);
        await Talk.CallAsync("Medication_Get", 404, path: Path(), by: stranger);
        using var official = await App.OfficialAsync(Some.City);
        await Talk.CallAsync("Medication_Get", 403, path: Path(), by: official);
    }

    [Fact]
    public async Task WrongFields_AreAllNamed()
    {
        var answer = await PutAsync(
            422,
            Id(),
            0,
            new
            {
                drug = "no-such",
                doseAmount = 0,
                doseUnit = "mg",
                frequency = "often",
                since = "2027-01-01",
                until = "2020-01-01",
                condition = "E11",
            }
        );
        Assert.Equal(
            ["condition", "doseAmount", "drug", "frequency", "since", "until"],
            answer.Body.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()).Order()
        );
        await Talk.CallAsync("Medication_SaveCourse", 428, Course("amlodipine"), Path(Id()));
    }
}
