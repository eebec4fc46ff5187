using System.Collections.Frozen;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Access;

/// <summary>What every HTTP function declares. One that declares nothing does not start.</summary>
public sealed class AccessRules
{
    private readonly FrozenDictionary<string, AccessRule> _rules;

    private AccessRules(IEnumerable<AccessRule> rules) => _rules = rules.ToFrozenDictionary(rule => rule.Function, StringComparer.Ordinal);

    public IReadOnlyList<AccessRule> All => _rules.Values;

    /// <summary>Null where the function is unknown: then it is closed.</summary>
    public AccessRule? Find(string function) => _rules.GetValueOrDefault(function);

    /// <exception cref="InvalidOperationException">Names the functions that do not say who may call them.</exception>
    public static AccessRules Of(IEnumerable<Type> types)
    {
        var functions = types
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            .Where(method =>
                method.IsDefined(typeof(FunctionAttribute))
                && method.GetParameters().Any(parameter => parameter.IsDefined(typeof(HttpTriggerAttribute)))
            )
            .ToList();
        var undeclared = functions.Where(method => !IsDeclared(method)).Select(NameOf).Order(StringComparer.Ordinal).ToList();
        if (undeclared is not [])
        {
            throw new InvalidOperationException(
                $"Closed by default: {string.Join(", ", undeclared)} must have either [Requires(…)] with [Audited(…)], "
                    + "or [Open(…)] with a reason."
            );
        }
        return new AccessRules(functions.Select(RuleOf));
    }

    private static bool IsDeclared(MethodInfo method)
    {
        var (requires, open) = (method.GetCustomAttribute<RequiresAttribute>(), method.GetCustomAttribute<OpenAttribute>());
        var isAudited = !string.IsNullOrWhiteSpace(method.GetCustomAttribute<AuditedAttribute>()?.Action);
        return open is null ? requires is { Roles.Count: > 0 } && isAudited : requires is null && !string.IsNullOrWhiteSpace(open.Reason);
    }

    private static AccessRule RuleOf(MethodInfo method)
    {
        var audited = method.GetCustomAttribute<AuditedAttribute>();
        return new(
            NameOf(method),
            method.IsDefined(typeof(OpenAttribute)),
            method.GetCustomAttribute<RequiresAttribute>()?.Roles ?? [],
            audited?.Action,
            OnlyGets(method) ? CallEffect.Read : audited?.Effect ?? CallEffect.Change
        );
    }

    private static bool OnlyGets(MethodInfo method) =>
        method
            .GetParameters()
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .OfType<HttpTriggerAttribute>()
            .All(trigger => trigger.Methods is ["get"]);

    private static string NameOf(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>()!.Name;
}
