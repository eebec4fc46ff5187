using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Microsoft.Azure.Functions.Worker.Local.Http;

/// <summary>Files that the build packed beside the plain ones (app.js.br), for those who can unpack them: a phone at the door has little signal.</summary>
internal sealed class PackedFiles(IFileProvider files, IContentTypeProvider types) : IContentTypeProvider
{
    private static readonly (string Encoding, string Ending)[] Ways = [("br", ".br"), ("gzip", ".gz")];

    public void Choose(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        foreach (var (encoding, ending) in Ways)
        {
            if (!accepted.Any(one => one.Quality is not 0 && one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase))) { continue; }
            if (!files.GetFileInfo(request.Path.Value + ending).Exists) { continue; }
            request.Path += ending;
            return;
        }
    }

    /// <summary>A packed file is of the type that it has unpacked.</summary>
    public bool TryGetContentType(string subpath, [MaybeNullWhen(false)] out string contentType) =>
        types.TryGetContentType(WayOf(subpath) is { } way ? subpath[..^way.Ending.Length] : subpath, out contentType);

    public static void SetHeaders(StaticFileResponseContext file)
    {
        file.Context.Response.Headers.Vary = "Accept-Encoding";
        if (WayOf(file.File.Name) is { } way) { file.Context.Response.Headers.ContentEncoding = way.Encoding; }
    }

    private static (string Encoding, string Ending)? WayOf(string path) =>
        Ways.Where(way => path.EndsWith(way.Ending, StringComparison.Ordinal)).Select(way => ((string, string)?)way).FirstOrDefault();
}
