using Microsoft.AspNetCore.Http;

namespace Alleviation.Functions.Platform.Messages;

/// <summary>The two languages that the service speaks.</summary>
public static class Language
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    /// <summary>What Accept-Language likes best of the two; Chinese where it names neither.</summary>
    public static string Of(HttpRequest request)
    {
        // IList<…>? by design: a header that cannot be parsed is a header that is not there.
        var wanted = request
            .GetTypedHeaders()
            .AcceptLanguage.Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Known(language.Value.Value))
            .FirstOrDefault(language => language is not null);
        return wanted ?? Chinese;
    }

    private static string? Known(string? tag) =>
        tag?.Split('-')[0].ToLowerInvariant() switch
        {
            "zh" => Chinese,
            "en" => English,
            _ => null,
        };
}
