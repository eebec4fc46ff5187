using Alleviation.Functions.Access;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Storage;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Messages;
using Alleviation.Functions.Platform.Sheets;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Imports;

/// <summary>The endpoints of bulk import.</summary>
public sealed class ImportFunctions(
    ReceiveImportHandler receiveImport,
    ConfirmImportHandler confirmImport,
    ShowImportHandler showImport,
    CancelImportHandler cancelImport,
    RefusedLineTable refusedLines,
    RefusalAnswers refusals,
    Template template,
    UploadLimit turns,
    IOptions<ImportOptions> options
)
{
    [Function("Imports_Start")]
    [Requires(Role.HealthWorker, Role.Official, Role.Operator)]
    [Audited("import.start")]
    public async Task<IResult> ReceiveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/imports")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        using var turn = turns.Take(request.Caller().AccountId);
        if (turn is null)
        {
            request.HttpContext.Response.Headers.RetryAfter = "30";
            return Answers.Problem(StatusCodes.Status429TooManyRequests, "import-busy");
        }

        try
        {
            var upload = ImportUpload.Of(request, request.Caller(), options.Value);
            if (upload is { Purpose: ImportPurpose.Roster, Caller.Role: not Role.Operator })
            {
                return Answers.Problem(StatusCodes.Status403Forbidden, "forbidden");
            }
            var import = await receiveImport.HandleAsync(upload, cancellationToken);
            request.HttpContext.AuditSubject(import.Id.Value);
            request.HttpContext.Response.Headers.Location = $"/api/imports/{import.Id}";
            return TypedResults.Json(
                await showImport.ShowWithReadingAsync(import, cancellationToken),
                ApiJson.Options,
                statusCode: StatusCodes.Status202Accepted
            );
        }
        catch (SheetFileException refusal) when (refusal.Fault is SheetFault.TooLarge)
        {
            throw ImportUpload.TooLarge(options.Value);
        }
        catch (SheetFileException refusal)
        {
            return ImportFileAnswer.Of(refusal);
        }
        catch (ImportFileException refusal)
        {
            return ImportFileAnswer.Of(refusal);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode is StatusCodes.Status413PayloadTooLarge)
        {
            throw ImportUpload.TooLarge(options.Value);
        }
    }

    [Function("Imports_Confirm")]
    [Requires(Role.HealthWorker, Role.Official, Role.Operator)]
    [Audited("import.confirm")]
    public async Task<IResult> ConfirmAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/imports/{importId}/confirmation")] HttpRequest request,
        string importId,
        CancellationToken cancellationToken
    )
    {
        request.HttpContext.AuditSubject(importId);
        if (!ImportId.TryParse(importId, out var id))
        {
            return Answers.NotFound();
        }
        var command = await request.ReadJsonAsync<ConfirmImportRequest>(cancellationToken);
        try
        {
            var result = await confirmImport.HandleAsync(id, command, request.Caller(), cancellationToken);
            return result.Outcome switch
            {
                ConfirmImportOutcome.Confirmed => TypedResults.Json(
                    await showImport.ShowWithReadingAsync(result.Import!, cancellationToken),
                    ApiJson.Options,
                    statusCode: StatusCodes.Status202Accepted
                ),
                ConfirmImportOutcome.Invalid => Answers.Invalid(result.Errors!),
                ConfirmImportOutcome.NotWaiting => Answers.Conflict("import-not-waiting", null),
                _ => Answers.NotFound(),
            };
        }
        catch (ImportFileException refusal)
        {
            return ImportFileAnswer.Of(refusal);
        }
    }

    [Function("Imports_List")]
    [Requires(Role.HealthWorker, Role.Official, Role.Operator)]
    [Audited("import.list")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/imports")] HttpRequest request,
        CancellationToken cancellationToken
    ) => TypedResults.Json(await showImport.ListAsync(request.Caller(), request.CursorParts(1)?[0], cancellationToken), ApiJson.Options);

    [Function("Imports_Get")]
    [Requires(Role.HealthWorker, Role.Official, Role.Operator)]
    [Audited("import.read")]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/imports/{importId}")] HttpRequest request,
        string importId,
        CancellationToken cancellationToken
    )
    {
        if (await showImport.FindAsync(importId, request.Caller(), cancellationToken) is not { } import)
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(import.Id.Value);
        var answer = await showImport.ShowWithReadingAsync(import, cancellationToken);
        var refused = await showImport.ListRefusedAsync(
            import,
            after: null,
            request.Caller(),
            request.AccessReason() is not null,
            Language.Of(request),
            cancellationToken
        );
        return TypedResults.Json(answer with { RefusedLines = refused }, ApiJson.Options);
    }

    [Function("Imports_ListRefused")]
    [Requires(Role.HealthWorker, Role.Official, Role.Operator)]
    [Audited("import.list-refused")]
    public async Task<IResult> ListRefusedAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/imports/{importId}/refused-lines")] HttpRequest request,
        string importId,
        CancellationToken cancellationToken
    )
    {
        if (await showImport.FindAsync(importId, request.Caller(), cancellationToken) is not { } import)
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(import.Id.Value);
        var page = await showImport.ListRefusedAsync(
            import,
            request.CursorParts(1)?[0],
            request.Caller(),
            request.AccessReason() is not null,
            Language.Of(request),
            cancellationToken
        );
        return TypedResults.Json(page, ApiJson.Options);
    }

    [Function("Imports_DownloadRefused")]
    [Requires(Role.HealthWorker, Role.Official, Role.Operator)]
    [Audited("import.download-refused")]
    public async Task<IResult> DownloadRefusedAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/imports/{importId}/refused-lines.csv")] HttpRequest request,
        string importId,
        CancellationToken cancellationToken
    )
    {
        var caller = request.Caller();
        if (await showImport.FindAsync(importId, caller, cancellationToken) is not { } import)
        {
            return Answers.NotFound();
        }
        request.HttpContext.AuditSubject(importId);
        // Names and IDs of people whose list somebody else sent: not without a reason.
        if (!import.IsOf(caller) && request.AccessReason() is null)
        {
            return Answers.Problem(StatusCodes.Status403Forbidden, "reason-required");
        }
        return new RefusedLinesCsv(import, refusedLines, refusals);
    }

    [Function("Imports_Cancel")]
    [Requires(Role.HealthWorker, Role.Official, Role.Operator)]
    [Audited("import.cancel")]
    public async Task<IResult> CancelAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/imports/{importId}/cancellation")] HttpRequest request,
        string importId,
        CancellationToken cancellationToken
    )
    {
        var caller = request.Caller();
        request.HttpContext.AuditSubject(importId);
        if (!ImportId.TryParse(importId, out var id))
        {
            return Answers.NotFound();
        }
        return await cancelImport.HandleAsync(id, caller, cancellationToken) switch
        {
            CancelImportOutcome.Cancelled => TypedResults.NoContent(),
            CancelImportOutcome.AlreadyFinished => Answers.Conflict("import-finished", null),
            _ => Answers.NotFound(),
        };
    }

    [Function("Imports_GetTemplate")]
    [Requires(Role.HealthWorker, Role.Official, Role.Operator)]
    [Audited("import.read-template")]
    public async Task<IResult> TemplateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/imports/template")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var (chinese, purpose) = (Language.Of(request) is Language.Chinese, ImportUpload.PurposeOf(request));
        var name = purpose is ImportPurpose.Roster ? "roster" : "registry";
        return request.Query["format"].ToString() switch
        {
            "" or "xlsx" => TypedResults.File(template.Workbook(purpose, chinese), Template.WorkbookContentType, $"{name}.xlsx"),
            "csv" => TypedResults.File(
                await Template.CsvAsync(purpose, chinese, cancellationToken),
                $"{CsvText.ContentType}; charset=utf-8",
                $"{name}.csv"
            ),
            _ => throw MalformedRequestException.At("format"),
        };
    }
}
