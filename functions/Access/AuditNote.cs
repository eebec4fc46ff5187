using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Functions.Access;

/// <summary>What a function tells the audit, and what the caller told it.</summary>
public static partial class AuditNote
{
    public const string ReasonHeader = "X-Access-Reason";
    private const int MaxReason = 200;
    private const string NoSubject = "(not an id)";
    private static readonly object SubjectKey = new();

    /// <summary>Whose data the call touches: a household id or a record number, nothing that names a person.</summary>
    public static void AuditSubject(this HttpContext httpContext, string subject) =>
        httpContext.Items[SubjectKey] = IsSubject(subject) ? subject : NoSubject;

    /// <summary>Why the caller opens this, or null. Percent-encoded UTF-8, since a header carries no Chinese.</summary>
    public static string? AccessReason(this HttpRequest request)
    {
        var reason = Uri.UnescapeDataString(request.Headers[ReasonHeader].ToString()).Trim();
        if (reason.Length is 0 || reason.Any(char.IsControl))
        {
            return null;
        }
        return reason.Length <= MaxReason ? reason : reason[..MaxReason];
    }

    /// <summary>A route value can be anything; a citizen ID or a phone number must not get into the audit in clear.</summary>
    internal static bool IsSubject(string subject) => SubjectPattern().IsMatch(subject) && !PersonalNumber().IsMatch(subject);

    internal static string? SubjectOf(HttpContext httpContext) => httpContext.Items[SubjectKey] as string;

    [GeneratedRegex(@"^[A-Za-z0-9._:/-]{1,100}\z")]
    private static partial Regex SubjectPattern();

    // Between letters or digits it is a piece of a fingerprint, where any digits may come together.
    [GeneratedRegex(@"(?<![A-Za-z0-9])(\d{17}[\dXx]|1[3-9]\d{9})(?![A-Za-z0-9])")]
    private static partial Regex PersonalNumber();
}
