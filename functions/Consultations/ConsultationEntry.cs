using System.Text.Json;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Consultations;

/// <summary>A message as an entry of the record: never changed, and its readings are the member's readings.</summary>
internal static class ConsultationEntry
{
    public const string Kind = "consultation";
    private const string DispositionFact = "disposition";
    private const string NameFact = "name";
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <param name="name">Of who writes it, as the account shows it.</param>
    public static Entry Of(Consultation consultation, MessageHead head, NewMessage message, string name)
    {
        var facts = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
        {
            ["consultation"] = JsonSerializer.SerializeToElement(JsonNamingPolicy.CamelCase.ConvertName(consultation.Kind.ToString())),
            ["author"] = JsonSerializer.SerializeToElement(JsonNamingPolicy.CamelCase.ConvertName(head.Author.ToString())),
            [NameFact] = JsonSerializer.SerializeToElement(name),
        };
        if (message.Disposition is { } disposition)
        {
            facts[DispositionFact] = JsonSerializer.SerializeToElement(disposition, Options);
        }
        return new Entry(consultation.Member, head.At, Kind, IdOf(consultation, head), head.By)
        {
            Readings = message.Readings,
            Reference = consultation.Id,
            Note = message.Text,
            Facts = facts,
        };
    }

    /// <summary>Of the consultation and the message: two consultations may have been sent messages of one id.</summary>
    public static string IdOf(Consultation consultation, MessageHead head) => $"{consultation.Id}.{head.Id}";

    public static string? NameIn(Entry entry) => entry.Facts.TryGetValue(NameFact, out var name) ? name.GetString() : null;

    public static Disposition? DispositionIn(Entry entry) =>
        entry.Facts.TryGetValue(DispositionFact, out var disposition) ? disposition.Deserialize<Disposition>(Options) : null;
}
