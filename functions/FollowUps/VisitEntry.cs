using System.Text.Json;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Functions.ReferenceData.Forms;

namespace Alleviation.Functions.FollowUps;

/// <summary>A visit as an entry of the record: the form's code, the readings, the answers and what was decided.</summary>
internal static class VisitEntry
{
    public const string Kind = "visit";

    public static Entry Of(Visit visit, FollowUpForm form, ReadingKinds kinds) =>
        new(visit.Member, visit.At, Kind, visit.Id, visit.By)
        {
            Readings = ReadingsOf(visit, form, kinds),
            Reference = visit.Form,
            Note = visit.Note,
            Facts = new Dictionary<string, JsonElement>
            {
                ["outcome"] = Fact(visit.Result.Outcome),
                ["actions"] = Fact(visit.Result.Actions),
                ["urgent"] = Fact(visit.Result.Urgent),
                ["contactMode"] = Fact(visit.ContactMode),
                ["nextDueOn"] = Fact(visit.NextDueOn),
                ["answers"] = Fact(visit.Answers),
            },
        };

    private static List<Reading> ReadingsOf(Visit visit, FollowUpForm form, ReadingKinds kinds) =>
        [
            .. form
                .Fields.Where(field => field.Type is FieldType.Reading && visit.Answers.ContainsKey(field.Code))
                .Select(field => new Reading(
                    field.Reading!,
                    visit.Answers[field.Code].GetDecimal(),
                    kinds.Find(field.Reading!)!.Unit,
                    visit.At
                )),
        ];

    private static JsonElement Fact<T>(T value) => JsonSerializer.SerializeToElement(value);
}
