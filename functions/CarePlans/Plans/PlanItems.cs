using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.CarePlans.Plans;

/// <summary>A list of things that each have a code of their own.</summary>
internal static class PlanItems
{
    public static IReadOnlyList<T> Check<TGiven, T>(
        ValidationErrors validationErrors,
        string field,
        IReadOnlyList<TGiven>? request,
        int most,
        Func<TGiven, string?> codeOf,
        string codeField,
        Func<ValidationErrors, TGiven, T?> check
    )
        where T : class
    {
        if (request is null)
        {
            validationErrors.Add(field, "required");
            return [];
        }

        if (request.Count > most)
        {
            validationErrors.Add(field, "too-many", most);
            return [];
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var items = new List<T>();
        for (var index = 0; index < request.Count; index++)
        {
            var inside = validationErrors.In(field, index);
            if (codeOf(request[index]) is { } code && !seen.Add(code))
            {
                inside.Add(codeField, "twice");
            }
            if (check(inside, request[index]) is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }
}
