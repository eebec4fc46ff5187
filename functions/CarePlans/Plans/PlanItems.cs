using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>A list of things that each have a code of their own.</summary>
internal static class PlanItems
{
    public static IReadOnlyList<T> Check<TRequest, T>(
        ValidationErrors validationErrors,
        string field,
        IReadOnlyList<TRequest>? requests,
        int most,
        Func<TRequest, string?> codeOf,
        string codeField,
        Func<ValidationErrors, TRequest, T?> check
    )
        where T : class
    {
        if (requests is null)
        {
            validationErrors.Add(field, "required");
            return [];
        }

        if (requests.Count > most)
        {
            validationErrors.Add(field, "too-many", most);
            return [];
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var items = new List<T>();
        for (var index = 0; index < requests.Count; index++)
        {
            var inside = validationErrors.In(field, index);
            if (codeOf(requests[index]) is { } code && !seen.Add(code))
            {
                inside.Add(codeField, "twice");
            }
            if (check(inside, requests[index]) is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }
}
