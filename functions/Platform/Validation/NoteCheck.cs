namespace Alleviation.Functions.Platform.Validation;

/// <summary>What people write in sentences: as any text, and lines may be broken.</summary>
internal static class NoteCheck
{
    public static string? Required(ValidationErrors findings, string field, string? text, int maximum) =>
        TextCheck.Required(findings, field, text?.ReplaceLineEndings(" "), maximum) is null ? null : WithLines(text);

    public static string? Optional(ValidationErrors findings, string field, string? text, int maximum) =>
        TextCheck.Optional(findings, field, text?.ReplaceLineEndings(" "), maximum) is null ? null : WithLines(text);

    private static string WithLines(string? text) => text!.Trim().ReplaceLineEndings("\n");
}
