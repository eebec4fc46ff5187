namespace Alleviation.Functions.Access;

internal static class TokenLifetime
{
    private static readonly TimeSpan ClocksApart = TimeSpan.FromSeconds(30);

    /// <summary>By the injected clock; a token without an end is none.</summary>
    public static bool IsNow(TimeProvider clock, DateTime? from, DateTime? until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until > now && (from is null || from <= now + ClocksApart);
    }
}
