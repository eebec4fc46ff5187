using System.ComponentModel.DataAnnotations;

namespace Alleviation.Functions.Reminders;

/// <summary>Section <c>Reminders</c>. Without a gateway nobody is reminded, and nothing is asked for.</summary>
public sealed class RemindersOptions : IValidatableObject
{
    public const string Section = "Reminders";

    private const int ShortestSecret = 32;

    /// <summary>Where the signed webhook of the SMS or WeChat gateway is.</summary>
    public Uri? Gateway { get; set; }

    /// <summary>What the webhook is signed with; from a vault, never from a file that is kept with the code.</summary>
    public string? Secret { get; set; }

    /// <summary>Of the families: zh-CN or en.</summary>
    [AllowedValues(Platform.Messages.Language.Chinese, Platform.Messages.Language.English)]
    public string Language { get; set; } = Platform.Messages.Language.Chinese;

    /// <summary>Time of day in China from which nobody is disturbed.</summary>
    public TimeOnly QuietFrom { get; set; } = new(20, 0);

    /// <summary>Time of day in China from which messages go out again.</summary>
    public TimeOnly QuietUntil { get; set; } = new(8, 0);

    /// <summary>How often a gateway is asked that does not take a message.</summary>
    [Range(1, 20)]
    public int Attempts { get; set; } = 8;

    /// <summary>Before the second attempt; each further wait is twice as long.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a gateway may take for its answer.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(10);

    internal bool IsOn => Gateway is not null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Gateway is null)
        {
            yield break;
        }
        if (
            Gateway is not { IsAbsoluteUri: true }
            || (Gateway.Scheme != Uri.UriSchemeHttps && !(Gateway.IsLoopback && Gateway.Scheme == Uri.UriSchemeHttp))
        )
        {
            yield return new ValidationResult("Reminders:Gateway must be an https address.");
        }

        if (Secret is not { Length: >= ShortestSecret })
        {
            yield return new ValidationResult($"Reminders:Gateway needs Reminders:Secret, of at least {ShortestSecret} characters.");
        }
    }
}
