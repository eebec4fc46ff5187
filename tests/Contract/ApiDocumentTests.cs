using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alleviation.Functions.Access;
using Alleviation.Tests.Support;
using Microsoft.Azure.Functions.Worker;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Alleviation.Tests.Contract;

/// <summary>The document against the functions: what stands in one stands in the other.</summary>
public sealed partial class ApiDocumentTests
{
    // YAML 1.1, https://yaml.org/type/bool.html, but for those that every reader takes so.
    private static readonly HashSet<string> TrueOrFalse = new(["y", "n", "yes", "no", "on", "off"], StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Document_IsReadWithoutErrors()
    {
        Assert.Empty(ApiDocument.Instance.Diagnostic.Errors);
        Assert.Empty(ApiDocument.Instance.Diagnostic.Warnings);
    }

    [Fact]
    public void EachTag_IsTheNameOfASlice_AndOfAFile()
    {
        var tags = ApiDocument.Instance.Operations.Select(operation => operation.Tag).Distinct().ToList();
        var files = ApiDocument.Files.Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name is not "openapi");
        Assert.Equal(files.Order(StringComparer.Ordinal), tags.Order(StringComparer.Ordinal));
        Assert.All(
            tags,
            tag => Assert.True(Directory.Exists(Repository.PathOf("functions", $"{char.ToUpperInvariant(tag[0])}{tag[1..]}")), tag)
        );
    }

    [Fact]
    public void Words_ThatOlderReadersOfYamlTakeForTrueOrFalse_AreQuoted()
    {
        var plain = ApiDocument
            .Files.SelectMany(path =>
            {
                using var file = File.OpenText(path);
                var yaml = new YamlStream();
                yaml.Load(file);
                return yaml
                    .Documents.Single()
                    .AllNodes.OfType<YamlScalarNode>()
                    .Where(scalar => scalar.Style is ScalarStyle.Plain)
                    .ToList();
            })
            .ToList();
        Assert.NotEmpty(plain);
        Assert.DoesNotContain(plain, scalar => scalar.Value is { } word && TrueOrFalse.Contains(word));
    }

    [Fact]
    public void Document_HasEveryFunction_WithItsMethodRouteAndRoles_AndNoOther()
    {
        var documented = ApiDocument.Instance.Operations.Select(operation =>
            $"{operation.Id}: {operation.Method} {operation.Path} {Roles(operation.Roles)}"
        );
        Assert.Equal(Functions().Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OpenFunctions_NeedNoToken()
    {
        Assert.All(ApiDocument.Instance.Operations, operation => Assert.Equal(operation.Roles is [], operation.Definition.Security is []));
    }

    [Fact]
    public void EveryOperation_DeclaresItsPathParameters_AndItsFaults()
    {
        foreach (var operation in ApiDocument.Instance.Operations)
        {
            var inRoute = RouteValue().Matches(operation.Path).Select(match => match.Groups[1].Value);
            Assert.Equal(inRoute, operation.ParametersIn(Microsoft.OpenApi.ParameterLocation.Path).Select(parameter => parameter.Name));
            Assert.Contains("500", operation.Definition.Responses!.Keys);
            Assert.Equal(
                operation.Roles is not [],
                operation.Definition.Responses.ContainsKey("401") && operation.Definition.Security is not []
            );
            Assert.Equal(
                operation.Roles is not [] && operation.Roles.Count < Enum.GetValues<Role>().Length,
                operation.Definition.Responses.ContainsKey("403")
            );
        }
    }

    // The web app, which answers for all other paths, is no part of the API.
    private static IEnumerable<string> Functions() =>
        from type in typeof(RequiresAttribute).Assembly.GetTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        let http = method
            .GetParameters()
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .FirstOrDefault(getParameter => getParameter is not null)
        where function is not null && http is not null
        from verb in http.Methods ?? []
        let path = RouteConstraint().Replace(http.Route ?? function.Name, "")
        where path.StartsWith("api/", StringComparison.Ordinal)
        let roles = (method.GetCustomAttribute<RequiresAttribute>()?.Roles ?? []).Select(role =>
            JsonNamingPolicy.CamelCase.ConvertName(role.ToString())
        )
        select $"{function.Name}: {verb.ToUpperInvariant()} /{path} {Roles(roles)}";

    private static string Roles(IEnumerable<string> roles) => string.Join(',', roles.Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex RouteValue();

    // {member:int} is {member} to a client.
    [GeneratedRegex(@":[^}/]+(?=\})")]
    private static partial Regex RouteConstraint();
}
