using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Households;
using Alleviation.Functions.Imports.Lines;
using Alleviation.Functions.Platform.Messages;

namespace Alleviation.Functions.Imports;

/// <summary>Something that a cell may say.</summary>
/// <param name="Value">What is to be entered.</param>
/// <param name="Label">In the reader's language.</param>
public sealed record RefusalChoice(string Value, string Label);

/// <summary>One reason for which a line was refused.</summary>
/// <param name="Line">The row's number as a spreadsheet shows it.</param>
/// <param name="Sheet">The sheet's name, where the file has several.</param>
/// <param name="Column">The heading of the column, in the reader's language.</param>
/// <param name="Field">The field of the enrolment that the column stands for.</param>
/// <param name="Choices">What would be accepted, where that is a list.</param>
public sealed record RefusalAnswer(
    string Key,
    int Line,
    string? Sheet,
    string? RegistrationNumber,
    string? Column,
    string Field,
    string Code,
    string Message,
    IReadOnlyList<RefusalChoice>? Choices
);

/// <summary>Refusals in the words of the reader.</summary>
public sealed class RefusalAnswers(Labels labels, RegionNames regions)
{
    public IEnumerable<RefusalAnswer> Of(RefusedLine refused, string language) =>
        refused.Errors.Select(error =>
        {
            var choices = error.Choices?.Select(code => ChoiceOf(error.List!, code, language)).ToArray();
            object[] arguments = choices is null ? [.. error.Arguments] : [.. error.Arguments, Sentence(choices, language)];
            return new RefusalAnswer(
                refused.Line.Key,
                refused.Line.Number,
                refused.Line.Sheet,
                refused.Line[ImportColumns.RegistrationNumber],
                HeadingOf(error, language),
                error.Field,
                error.Code,
                Texts.Of(error.Code, language, arguments),
                choices
            );
        });

    private RefusalChoice ChoiceOf(string list, string code, string language) =>
        list is LineError.Regions
            ? new RefusalChoice(code, regions.LabelOf(code))
            : new RefusalChoice(code, labels.LabelOf(list, code, language));

    private static string Sentence(IReadOnlyList<RefusalChoice> choices, string language)
    {
        if (choices is [])
        {
            return "–";
        }
        var isChinese = language is Language.Chinese;
        return string.Join(
            isChinese ? "、" : ", ",
            choices.Select(choice =>
                choice.Label == choice.Value ? choice.Label
                : isChinese ? $"{choice.Label}（{choice.Value}）"
                : $"{choice.Label} ({choice.Value})"
            )
        );
    }

    private static string? HeadingOf(LineError error, string language) =>
        error.Column is null ? null : ImportColumns.Named(error.Column)?.Heading(language is Language.Chinese);
}
