using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

namespace Alleviation.Functions.WebApp;

/// <summary>
/// A file of the web app, with the packed forms that the build made of it (app.js.br beside app.js): a phone at the door has little
/// signal.
/// </summary>
public sealed partial class WebFile
{
    // Of two that a browser likes equally the first is taken: it is the smaller.
    private static readonly (string Encoding, string Ending)[] Packings = [("br", ".br"), ("gzip", ".gz")];
    private readonly WebFileForm _plain;
    private readonly IReadOnlyList<WebFileForm> _forms;

    /// <param name="files">All files of the folder: where each path lies on the disk.</param>
    public WebFile(string path, string contentType, IReadOnlyDictionary<string, string> files)
    {
        (Path, ContentType) = (path, contentType);
        _plain = new WebFileForm(files[path], null);
        var packed =
            from packing in Packings
            where files.ContainsKey(path + packing.Ending)
            select new WebFileForm(files[path + packing.Ending], packing.Encoding);
        _forms = [.. packed, _plain];
    }

    public string Path { get; }

    public string ContentType { get; }

    /// <summary>A change of content changes its name: assets/index-BjFhbJPa.js.</summary>
    public bool HasHashInName => NameWithHash().IsMatch(Path);

    public static bool IsPacked(string path) => Packings.Any(packing => path.EndsWith(packing.Ending, StringComparison.Ordinal));

    /// <summary>The form of the highest quality value; the plain one where nothing that is there is accepted.</summary>
    public WebFileForm FormFor(IList<StringWithQualityHeaderValue> accepted)
    {
        var best = _forms.MaxBy(form => QualityOf(form, accepted))!;
        return QualityOf(best, accepted) > 0 ? best : _plain;
    }

    private static double QualityOf(WebFileForm form, IList<StringWithQualityHeaderValue> accepted)
    {
        // Plain is accepted without being named, but comes after all that are named.
        return form.Encoding is { } encoding ? Named(encoding) ?? Named("*") ?? 0 : Named("identity") ?? double.Epsilon;

        double? Named(string name)
        {
            var found = accepted.FirstOrDefault(value => value.Value.Equals(name, StringComparison.OrdinalIgnoreCase));
            return found is null ? null : found.Quality ?? 1;
        }
    }

    [GeneratedRegex(@"^/assets/.*-[A-Za-z0-9_-]{8}\.[a-z0-9.]+\z")]
    private static partial Regex NameWithHash();
}
