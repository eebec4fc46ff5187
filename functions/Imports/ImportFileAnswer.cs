using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Functions.Imports;

/// <summary>Why a file was not taken, in the words of the API.</summary>
public static class ImportFileAnswer
{
    public static IResult Of(ImportFileException refusal) =>
        new ProblemAnswer(StatusCodes.Status422UnprocessableEntity, "import-file", []) { Errors = ErrorsOf(refusal) };

    private static FieldError[] ErrorsOf(ImportFileException refusal)
    {
        var code = CodeOf(refusal.Fault);
        return refusal.Columns is []
            ? [new FieldError("file", code, refusal.Line ?? 0)]
            : [.. refusal.Columns.Select(column => new FieldError(column.Name, code, $"{column.Chinese} ({column.Name})", refusal.Line ?? 0))];
    }

    private static string CodeOf(ImportFileFault fault) => fault switch
    {
        ImportFileFault.Empty => "import-empty",
        ImportFileFault.NotAList => "import-not-a-list",
        ImportFileFault.EncryptedOrOldWorkbook => "import-workbook-closed",
        ImportFileFault.BrokenWorkbook => "import-workbook-broken",
        ImportFileFault.WorkbookTooLarge => "import-workbook-too-large",
        ImportFileFault.BrokenQuotes => "import-quotes",
        ImportFileFault.NoHeadings => "import-no-headings",
        ImportFileFault.MissingColumns => "import-column-missing",
        ImportFileFault.ColumnTwice => "import-column-twice",
        _ => "import-no-lines",
    };
}
