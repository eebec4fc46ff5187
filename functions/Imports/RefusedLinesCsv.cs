using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Lines;
using Alleviation.Functions.Imports.Storage;
using Alleviation.Functions.Platform.Messages;
using Alleviation.Functions.Platform.Sheets;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Functions.Imports;

/// <summary>
/// The refused lines as a list to be mended and sent again: the template's columns, then the line's old sheet and number, and what is
/// wrong.
/// </summary>
public sealed class RefusedLinesCsv(Import import, RefusedLineTable lines, RefusalAnswers answers) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var language = Language.Of(httpContext.Request);
        var cancellationToken = httpContext.RequestAborted;
        httpContext.Response.ContentType = $"{CsvText.ContentType}; charset=utf-8";
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"refused-{import.Id}.csv\"";
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.Headers.Vary = "Accept-Language";
        await using var csv = new CsvText(httpContext.Response.Body);
        await csv.WriteAsync(Headings(import.Purpose, language is Language.Chinese), cancellationToken);
        await foreach (var line in lines.ReadAsync(import.Id, after: null, pageSize: null, cancellationToken))
        {
            await csv.WriteAsync(Cells(line, language), cancellationToken);
        }
    }

    private static IEnumerable<string> Headings(ImportPurpose purpose, bool chinese) =>
        [
            .. ImportColumns.For(purpose).Select(column => column.Heading(chinese)),
            chinese ? "工作表" : "sheet",
            chinese ? "行号" : "line",
            chinese ? "原因" : "reason",
        ];

    private IEnumerable<string> Cells(RefusedLine refused, string language) =>
        [
            .. ImportColumns.For(import.Purpose).Select(column => refused.Line[column] ?? ""),
            refused.Line.Sheet ?? "",
            refused.Line.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            string.Join(
                language is Language.Chinese ? "；" : "; ",
                answers.Of(refused, language).Select(reason => Reason(reason, language))
            ),
        ];

    private static string Reason(RefusalAnswer reason, string language)
    {
        if (reason.Column is null)
        {
            return reason.Message;
        }
        return language is Language.Chinese ? $"{reason.Column}：{reason.Message}" : $"{reason.Column}: {reason.Message}";
    }
}
