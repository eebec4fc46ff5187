using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker.Local.Functions;

namespace Microsoft.Azure.Functions.Worker.Local.Http;

/// <summary>Two functions that would both answer a request are told at start, not when the request comes.</summary>
internal static class RouteConflicts
{
    public static void Find(IEnumerable<LocalFunction> functions, Problems problems)
    {
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var function in functions)
        {
            if (function.Trigger is not HttpBinding binding) { continue; }
            foreach (var method in binding.Methods.Count > 0 ? binding.Methods : ["*"])
            {
                if (taken.TryAdd($"{method} {Shape(binding.Pattern)}", function.Name)) { continue; }
                problems.Add($"Function '{function.Name}': {method} {binding.Pattern.RawText} is the route of '{taken[$"{method} {Shape(binding.Pattern)}"]}', too.");
            }
        }
    }

    // What a parameter is called does not tell two routes apart; what it accepts does.
    private static string Shape(RoutePattern pattern) => string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Shape))));

    private static string Shape(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => $"{{{parameter.ParameterKind}:{string.Join(':', parameter.ParameterPolicies.Select(policy => policy.Content))}}}",
        _ => "",
    };
}
