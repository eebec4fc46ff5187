using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Azure.Functions.Worker.Local.Functions;
using Microsoft.Azure.Functions.Worker.Local.Settings;
using Microsoft.Extensions.FileProviders;

namespace Microsoft.Azure.Functions.Worker.Local.Http;

/// <summary>
/// Serves the web app from the folder wwwroot beside the binaries, which a storage account or Static Web Apps does in Azure. A path
/// that is neither a function nor a file is a page of the web app, and the web app itself finds out which.
/// </summary>
internal static class WebAppFiles
{
    public static void UseWebApp(this WebApplication app, HostSettings host)
    {
        var root = Path.Combine(app.Environment.ContentRootPath, app.Configuration["webroot"] ?? "wwwroot");
        if (!Directory.Exists(root)) { return; }
        var provider = new PhysicalFileProvider(root);
        var packed = new PackedFiles(provider, Types());
        var files = new StaticFileOptions { FileProvider = provider, OnPrepareResponse = SetHeaders, ContentTypeProvider = packed };
        var functions = host.RoutePrefix.Length > 0 ? new PathString($"/{host.RoutePrefix}") : default;
        app.Use((http, next) =>
        {
            if (IsPage(http, functions)) { http.Request.Path = "/index.html"; }
            if (http.GetEndpoint() is null) { packed.Choose(http.Request); }
            return next(http);
        });
        app.UseStaticFiles(files);

        bool IsPage(HttpContext http, PathString prefix) =>
            (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            && http.GetEndpoint()?.Metadata.GetMetadata<LocalFunction>() is null
            && !(prefix.HasValue && http.Request.Path.StartsWithSegments(prefix))
            && !Path.HasExtension(http.Request.Path.Value);
    }

    private static FileExtensionContentTypeProvider Types()
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".webmanifest"] = "application/manifest+json";
        types.Mappings[".geojson"] = "application/geo+json";
        return types;
    }

    // The page brings its own content security policy; that nobody may frame it must stand in a header.
    private static void SetHeaders(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        PackedFiles.SetHeaders(file);
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "frame-ancestors 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        // Files under assets/ carry a hash of their content in their name; all others may change under theirs.
        headers.CacheControl = file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
