using System.Reflection;
using Microsoft.Azure.Functions.Worker.Local.Settings;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Local.Functions;

/// <summary>Finds the functions of an assembly: public methods of public classes that carry <see cref="FunctionAttribute"/>.</summary>
internal sealed class FunctionDiscovery(HostSettings host, IConfiguration settings, FunctionReader reader, Problems problems)
{
    private const BindingFlags PublicMethods = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public IReadOnlyList<LocalFunction> Find(Assembly application)
    {
        var methods = application.GetExportedTypes()
            .Where(type => type is { IsClass: true, ContainsGenericParameters: false } && (!type.IsAbstract || type.IsSealed))
            .SelectMany(type => type.GetMethods(PublicMethods))
            .Select(method => (Method: method, method.GetCustomAttribute<FunctionAttribute>()?.Name))
            .Where(function => function.Name is not null && host.Loads(function.Name) && !IsDisabled(function.Name))
            .Select(function => new FunctionMethod(function.Name!, function.Method, problems))
            .ToList();
        foreach (var twice in methods.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            twice.Last().Refuse("another function has the same name");
        }

        foreach (var missing in host.Functions.Where(name => !IsDisabled(name) && !methods.Exists(method => method.Name.Equals(name, StringComparison.OrdinalIgnoreCase))))
        {
            problems.Add($"host.json: there is no function '{missing}' in {application.GetName().Name}.");
        }

        return [.. methods.Select(reader.Read).OfType<LocalFunction>()];
    }

    private bool IsDisabled(string function) =>
        (settings[$"AzureWebJobs.{function}.Disabled"] ?? settings[$"AzureWebJobs_{function}_Disabled"]) is { } value
        && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));
}
