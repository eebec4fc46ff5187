using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Consultations;

/// <summary>What a message must look like.</summary>
public sealed class ConsultationCheck(CodeLists lists, ReadingKinds kinds, Fingerprinter fingerprinter)
{
    private const int MaxText = 2_000;
    private const int MaxReadings = 10;
    private const int MaxPlace = 100;
    private const int MaxHow = 300;

    /// <param name="validationErrors">Takes what is wrong; what comes back is of use only where that is nothing.</param>
    internal NewMessage Message(ValidationErrors validationErrors, string id, MessageRequest request, DateTimeOffset now)
    {
        var text = TextOf(validationErrors, request.Text);
        if (request.Readings?.Count > MaxReadings)
        {
            validationErrors.Add("readings", "too-many", MaxReadings);
        }
        var readings = new ReadingCheck(kinds).Check(validationErrors, request.Readings, bornOn: null, now);
        var disposition = request.Disposition is { } entered ? Disposition(validationErrors.In("disposition"), entered) : null;
        if (request.AskPharmacist && disposition is not null)
        {
            validationErrors.Add("askPharmacist", "answer-or-ask");
        }
        // Readings without a time of their own got the time of sending, which is another when it is sent again.
        return new NewMessage(id, text ?? "", readings, disposition, request.AskPharmacist, FingerprintOf(request with { Text = text }));
    }

    internal string FingerprintOf<T>(T content) => fingerprinter.OfContent("consultation", content);

    // Lines are kept: a dose to a line is easier to read.
    private static string? TextOf(ValidationErrors validationErrors, string? text)
    {
        var lines = (text ?? "").ReplaceLineEndings("\n").Trim().Split('\n');
        if (lines is [""])
        {
            validationErrors.Add("text", "required");
            return null;
        }

        var checkedLines = lines
            .Select(line => TextCheck.Optional(validationErrors, "text", line.Replace('\t', ' '), MaxText) ?? "")
            .ToList();
        var whole = string.Join('\n', checkedLines);
        if (whole.Length > MaxText && validationErrors.Errors.All(error => error.Field is not "text"))
        {
            validationErrors.Add("text", "too-long", MaxText);
        }
        return whole;
    }

    private Disposition? Disposition(ValidationErrors validationErrors, DispositionRequest request)
    {
        var kind = new CodeCheck(lists).Required(validationErrors, "kind", "dispositionKind", request.Kind);
        var where = TextCheck.Required(validationErrors, "where", request.Where, MaxPlace);
        var when = TextCheck.Required(validationErrors, "when", request.When, MaxPlace);
        var how = TextCheck.Required(validationErrors, "how", request.How, MaxHow);
        return kind is null || where is null || when is null || how is null ? null : new Disposition(kind, where, when, how);
    }
}
