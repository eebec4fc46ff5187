using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Access;

/// <summary>What an account must say about its holder.</summary>
internal static class AccountRules
{
    public const int MaxName = 64;
    private const int MaxRegions = 50;

    public static IEnumerable<FieldError> CheckName(string field, string? name) =>
        name?.Trim().Length switch
        {
            null or 0 => [new FieldError(field, "required")],
            > MaxName => [new FieldError(field, "too-long", MaxName)],
            _ when name.Any(char.IsControl) => [new FieldError(field, "unknown-value")],
            _ => [],
        };

    public static IEnumerable<FieldError> CheckScope(Role? role, IReadOnlyList<string>? regions, string? physicianId)
    {
        if (role is null)
        {
            yield return new FieldError("role", "required");
        }
        if (role is Role.HealthWorker or Role.Official && regions is null or [])
        {
            yield return new FieldError("regions", "required");
        }
        if (regions?.Count > MaxRegions)
        {
            yield return new FieldError("regions", "too-many", MaxRegions);
        }
        if (role is Role.Physician && string.IsNullOrWhiteSpace(physicianId))
        {
            yield return new FieldError("physicianId", "required");
        }
        if (physicianId?.Length > MaxName)
        {
            yield return new FieldError("physicianId", "too-long", MaxName);
        }
        if (physicianId?.All(IsOfId) is false)
        {
            yield return new FieldError("physicianId", "unknown-value");
        }
        foreach (var (index, region) in (regions ?? []).Index())
        {
            if (!RegionCode.IsValid(region))
            {
                yield return new FieldError($"regions[{index}]", "region-code");
            }
        }
    }

    private static bool IsOfId(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.';
}
