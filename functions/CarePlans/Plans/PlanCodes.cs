using System.Text.RegularExpressions;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>Codes of goals and activities: of a pathway, or made by who adds one.</summary>
internal static partial class PlanCodes
{
    public static string? Required(ValidationErrors validationErrors, string? code)
    {
        if (string.IsNullOrEmpty(code))
        {
            validationErrors.Add("code", "required");
        }
        else if (!Form().IsMatch(code))
        {
            validationErrors.Add("code", "plan-code");
        }
        else
        {
            return code;
        }
        return null;
    }

    /// <summary>Whether a text is the label's, in either language, or left as it is.</summary>
    public static bool Says(Label label, string? text) => text is null || text.Trim() == label.Chinese || text.Trim() == label.English;

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9-]{0,39}\z")]
    private static partial Regex Form();
}
