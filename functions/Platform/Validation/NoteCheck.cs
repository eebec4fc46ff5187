namespace Alleviation.Functions.Platform.Validation;

/// <summary>What people write in sentences: as any text, and lines may be broken.</summary>
internal static class NoteCheck
{
    public static string? Required(ValidationErrors validationErrors, string field, string? text, int maximum) =>
        TextCheck.Required(validationErrors, field, text?.ReplaceLineEndings(" "), maximum) is null ? null : WithLines(text);

    public static string? Optional(ValidationErrors validationErrors, string field, string? text, int maximum) =>
        TextCheck.Optional(validationErrors, field, text?.ReplaceLineEndings(" "), maximum) is null ? null : WithLines(text);

    private static string WithLines(string? text) => text!.Trim().ReplaceLineEndings("\n");
}
