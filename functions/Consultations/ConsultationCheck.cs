using System.Security.Cryptography;
using System.Text;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Consultations;

/// <summary>What a message must look like.</summary>
public sealed class ConsultationCheck(CodeLists lists, ReadingKinds kinds)
{
    private const int MaxText = 2_000;
    private const int MaxReadings = 10;
    private const int MaxPlace = 100;
    private const int MaxHow = 300;

    /// <param name="findings">Takes what is wrong; what comes back is of use only where that is nothing.</param>
    internal NewMessage Message(ValidationErrors findings, string id, MessageRequest given, DateTimeOffset now)
    {
        var text = TextOf(findings, given.Text);
        if (given.Readings?.Count > MaxReadings)
        {
            findings.Add("readings", "too-many", MaxReadings);
        }
        var readings = new ReadingCheck(kinds).Check(findings, given.Readings, bornOn: null, now);
        var disposition = given.Disposition is { } entered ? Disposition(findings.In("disposition"), entered) : null;
        if (given.AskPharmacist && disposition is not null)
        {
            findings.Add("askPharmacist", "answer-or-ask");
        }
        // Readings without a time of their own got the time of sending, which is another when it is sent again.
        return new NewMessage(id, text ?? "", readings, disposition, given.AskPharmacist, FingerprintOf(given with { Text = text }));
    }

    internal static string FingerprintOf<T>(T content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(StoredJson.Write(content))));

    // Lines are kept: a dose to a line is easier to read.
    private static string? TextOf(ValidationErrors findings, string? text)
    {
        var lines = (text ?? "").ReplaceLineEndings("\n").Trim().Split('\n');
        if (lines is [""])
        {
            findings.Add("text", "required");
            return null;
        }

        var checkedLines = lines.Select(line => TextCheck.Optional(findings, "text", line.Replace('\t', ' '), MaxText) ?? "").ToList();
        var whole = string.Join('\n', checkedLines);
        if (whole.Length > MaxText && findings.Errors.All(error => error.Field is not "text"))
        {
            findings.Add("text", "too-long", MaxText);
        }
        return whole;
    }

    private Disposition? Disposition(ValidationErrors findings, DispositionRequest given)
    {
        var kind = new CodeCheck(lists).Required(findings, "kind", "dispositionKind", given.Kind);
        var where = TextCheck.Required(findings, "where", given.Where, MaxPlace);
        var when = TextCheck.Required(findings, "when", given.When, MaxPlace);
        var how = TextCheck.Required(findings, "how", given.How, MaxHow);
        return kind is null || where is null || when is null || how is null ? null : new Disposition(kind, where, when, how);
    }
}
