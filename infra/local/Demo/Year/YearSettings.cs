namespace Alleviation.Demo.Year;

/// <summary>What the service runs with while the year is loaded: nothing waits that need not.</summary>
internal static class YearSettings
{
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // Passwords are 16 random characters: rounds make them no safer, and some dozens sign in for each day that is played.
        ["Access__PasswordRounds"] = "10000",
        ["Access__TokenLifetime"] = "24:00:00",
        ["Access__AccountsRemembered"] = "00:10:00",
        // A count looks through its township: several changes are one count.
        ["Coverage__Delay"] = "00:00:00.300",
        ["Coverage__ParentDelay"] = "00:00:00.150",
        ["Changes__ShownWithin"] = "00:00:01",
        ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.200",
        ["Logging__LogLevel__Default"] = "Error",
    };
}
