using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Tests.CarePlans;

/// <summary>Validation errors as one line each: field, code and arguments.</summary>
internal static class ErrorTexts
{
    public static IEnumerable<string> Of(ValidationErrors errors) =>
        errors.Errors.Select(error =>
            FormattableString.Invariant($"{error.Field} {error.Code} {string.Join(' ', error.Arguments)}").TrimEnd()
        );
}
