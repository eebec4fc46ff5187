using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.WebApp;

/// <summary>
/// The files that were in the web app's folder when somebody first asked for one. A path is looked up in this list and never on the
/// disk, so that none leads to anything else: not to a file outside the folder, nor to one whose name begins with a dot, nor to one of
/// unknown type.
/// </summary>
public sealed partial class WebFolder
{
    private const string Page = "/index.html";

    private static readonly FileExtensionContentTypeProvider ContentTypes = new() { Mappings = { [".geojson"] = "application/geo+json" } };
    private readonly FrozenDictionary<string, WebFile> _files;

    public WebFolder(IOptions<WebAppOptions> options)
    {
        var paths = PathsIn(options.Value.FullPath);
        var files =
            from path in paths.Keys
            where !path.Contains("/.", StringComparison.Ordinal) && !WebFile.IsPacked(path)
            let type = ContentTypeOf(path)
            where type is not null
            select new WebFile(path, type, paths);
        _files = files.ToFrozenDictionary(file => file.Path, StringComparer.Ordinal);
    }

    /// <param name="path">Of the request, decoded.</param>
    /// <returns>The file, or the web app's page where the path may be one of its own; null where there is nothing.</returns>
    public WebFile? Find(string path) =>
        _files.GetValueOrDefault(path) ?? (PathOfAPage().IsMatch(path) ? _files.GetValueOrDefault(Page) : null);

    private static Dictionary<string, string> PathsIn(string root)
    {
        if (!Directory.Exists(root))
        {
            return [];
        }
        return Directory
            .EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .ToDictionary(file => $"/{Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/')}", StringComparer.Ordinal);
    }

    private static string? ContentTypeOf(string path)
    {
        if (!ContentTypes.TryGetContentType(path, out var type))
        {
            return null;
        }
        return type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type;
    }

    // No extension, no segment that is empty or begins with a dot, nothing that is still encoded; and below api and assets is no page.
    [GeneratedRegex(
        @"^/(?!(?:api|assets)(?:/|\z))(?:[^./\\%\p{Cc}][^/\\%\p{Cc}]*/)*[^./\\%\p{Cc}]*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex PathOfAPage();
}
