using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Households;
using Alleviation.Functions.Imports.Lines;
using Alleviation.Functions.Platform.Messages;

namespace Alleviation.Functions.Imports;

/// <summary>One reason for which a line was refused.</summary>
/// <param name="Line">The row's number as a spreadsheet shows it.</param>
/// <param name="Column">The heading of the column, in the reader's language.</param>
/// <param name="Field">The field of the enrolment that the column stands for.</param>
public sealed record RefusalAnswer(int Line, string? RegistrationNumber, string? Column, string Field, string Code, string Message)
{
    public static IEnumerable<RefusalAnswer> Of(RefusedLine refused, string language) => refused.Errors.Select(error => new RefusalAnswer(
        refused.Line.Number,
        refused.Line[ImportColumns.RegistrationNumber],
        HeadingOf(error, language),
        error.Field,
        error.Code,
        Texts.Of(error.Code, language, [.. error.Arguments])));

    public static string? HeadingOf(LineError error, string language) =>
        error.Column is null ? null : ImportColumns.Named(error.Column)?.Heading(language is Language.Chinese);
}
