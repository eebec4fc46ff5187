using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Sheets;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Functions.Imports;

/// <summary>Why a file was not taken, in the words of the API.</summary>
public static class ImportFileAnswer
{
    public static IResult Of(ImportFileException refusal) =>
        new ProblemAnswer(StatusCodes.Status422UnprocessableEntity, "import-file", []) { Errors = ErrorsOf(refusal) };

    public static IResult Of(SheetFileException refusal) =>
        new ProblemAnswer(StatusCodes.Status422UnprocessableEntity, "import-file", [])
        {
            Errors = [new FieldError("file", refusal.Code, refusal.Line ?? 0)],
        };

    private static FieldError[] ErrorsOf(ImportFileException refusal)
    {
        var code = refusal.Fault is ImportFileFault.NoHeadings ? "import-no-headings" : "import-no-lines";
        return refusal.Columns is []
            ? [new FieldError("file", code, refusal.Line ?? 0)]
            :
            [
                .. refusal.Columns.Select(column => new FieldError(
                    column.Name,
                    code,
                    $"{column.Chinese} ({column.Name})",
                    refusal.Line ?? 0
                )),
            ];
    }
}
