using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Alleviation.Functions.Imports;

/// <summary>Reads an import's request: far larger than any other's, so that its limits are its own.</summary>
public static class ImportUpload
{
    private const int MaxFileName = 120;
    private const string FileNameHeader = "X-File-Name";

    /// <exception cref="MalformedRequestException">The body is larger than the limit, or the purpose is not known.</exception>
    public static ReceiveImport Of(HttpRequest request, Access.Caller caller, ImportOptions options)
    {
        if (request.ContentLength > options.LargestUpload)
        {
            throw TooLarge(options);
        }
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.LargestUpload;
        }
        return new ReceiveImport(caller, PurposeOf(request), FileNameOf(request), EnrolOf(request), MendsOf(request), request.Body);
    }

    public static MalformedRequestException TooLarge(ImportOptions options) =>
        new(StatusCodes.Status413PayloadTooLarge, "too-large", "", options.LargestUpload);

    public static ImportPurpose PurposeOf(HttpRequest request) =>
        request.Query["purpose"].ToString() switch
        {
            "" or "enrolment" => ImportPurpose.Enrolment,
            "registry" => ImportPurpose.Registry,
            "roster" => ImportPurpose.Roster,
            _ => throw MalformedRequestException.At("purpose"),
        };

    private static bool EnrolOf(HttpRequest request) =>
        request.Query["enrol"].ToString() switch
        {
            "" or "confirmed" => false,
            "whenClear" => true,
            _ => throw MalformedRequestException.At("enrol"),
        };

    private static ImportId? MendsOf(HttpRequest request)
    {
        if (request.Query["mends"].ToString() is not { Length: > 0 } idText)
        {
            return null;
        }
        return ImportId.TryParse(idText, out var id) ? id : throw MalformedRequestException.At("mends");
    }

    private static string? FileNameOf(HttpRequest request)
    {
        // A file may be named after somebody: in a header it stands in no address and in no proxy's log.
        var sentName = request.Headers[FileNameHeader] is [{ Length: > 0 } header]
            ? Uri.UnescapeDataString(header)
            : request.Query["fileName"].ToString();
        var name = string.Concat(sentName.Where(character => !char.IsControl(character))).Trim();
        return name.Length is 0 ? null : name[..Math.Min(name.Length, MaxFileName)];
    }
}
