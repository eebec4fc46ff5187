using System.Globalization;
using System.Text.Json.Nodes;

namespace Alleviation.Demo.Year;

/// <summary>What changes about a household itself: its form is read, put right and sent back, as a health worker does.</summary>
internal sealed class YearCorrections(YearClient client, YearPeople people)
{
    public async Task<YearAnswer?> DoAsync(YearHousehold household, YearEvent happened, CancellationToken cancellationToken)
    {
        var token = await people.WorkerAsync(household.VillageCode, cancellationToken);
        var form = await client.GetAsync(token, $"api/households/{household.Id}/enrolment", cancellationToken);
        if (!form.IsDone || JsonNode.Parse(form.Body.GetRawText()) is not JsonObject corrected || !Correct(corrected, happened))
        {
            return form;
        }
        var path = $"api/households/{household.Id}";
        var answer = await client.SendAsync(token, HttpMethod.Put, path, corrected, form.ETag, cancellationToken);
        if (answer.IsDone && happened.Step is YearStep.MoveVillage)
        {
            household.VillageCode = happened.Word;
        }
        return answer;
    }

    private static bool Correct(JsonObject form, YearEvent happened)
    {
        if (happened.Step is YearStep.MoveVillage)
        {
            form["villageCode"] = happened.Word;
            return true;
        }
        var leaving = form["members"]?.AsArray().FirstOrDefault(member => (int?)member?["number"] == happened.Member);
        if (leaving is null)
        {
            return false;
        }
        leaving["departure"] = new JsonObject
        {
            ["on"] = happened.On.ToString("O", CultureInfo.InvariantCulture),
            ["reason"] = happened.Word,
        };
        return true;
    }
}
