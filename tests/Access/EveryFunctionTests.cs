using System.Reflection;
using System.Text.RegularExpressions;
using Alleviation.Functions.Access;
using Alleviation.Tests.Support;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Tests.Access;

/// <summary>Roles by functions: whoever is not let in by declaration is not let in by the endpoint.</summary>
public sealed partial class EveryFunctionTests() : WithScene<AccessApp>(() => AccessApp.StartAsync())
{
    [Fact]
    public async Task WithoutAToken_IsRefused()
    {
        foreach (var function in Functions().Where(function => !function.Rule.IsOpen))
        {
            using var response = await Scene.SendAsync(function.Method, function.Path);
            Assert.True(401 == (int)response.StatusCode, $"{function.Rule.Function} answers {(int)response.StatusCode} to nobody.");
        }
    }

    [Fact]
    public async Task WithAnotherRole_IsForbidden()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var (_, token) = await Scene.HasAsync(role);
            foreach (var function in Functions().Where(function => !function.Rule.IsOpen && !function.Rule.Roles.Contains(role)))
            {
                using var response = await Scene.SendAsync(function.Method, function.Path, token);
                Assert.True(403 == (int)response.StatusCode, $"{function.Rule.Function} answers {(int)response.StatusCode} to a {role}.");
                Assert.Equal("forbidden", await response.CodeAsync());
            }
        }
    }

    [Fact]
    public void WhatChangesSomething_IsRecordedBeforehand_UnlessItsHouseholdCarriesTheRecord()
    {
        var functions = Functions().Where(function => !function.Rule.IsOpen).ToList();

        Assert.All(
            functions.Where(function => function.Method == HttpMethod.Get),
            function => Assert.Equal(CallEffect.Read, function.Rule.Effect)
        );
        // The few that read by POST, so that what is asked for stands in no address.
        Assert.Equal(
            ["HealthCards_Scan", "Households_Search", "Triage_Assess"],
            functions
                .Where(function => function.Method != HttpMethod.Get && function.Rule.Effect is CallEffect.Read)
                .Select(function => function.Rule.Function)
                .Order()
        );
        Assert.All(
            functions.Where(function =>
                function.Method != HttpMethod.Get
                && function.Rule.Function.Split('_')[0] is ("Access" or "Imports" or "Physicians" or "PoisonMessages" or "Slots")
            ),
            function => Assert.Equal(CallEffect.Change, function.Rule.Effect)
        );
    }

    private List<(AccessRule Rule, HttpMethod Method, string Path)> Functions()
    {
        var rules = Scene.Get<AccessRules>();
        return
        [
            .. typeof(AccessRules)
                .Assembly.GetTypes()
                .SelectMany(type => type.GetMethods())
                .Select(method =>
                    (
                        Function: method.GetCustomAttribute<FunctionAttribute>(),
                        Http: method
                            .GetParameters()
                            .Select(getParameter => getParameter.GetCustomAttribute<HttpTriggerAttribute>())
                            .FirstOrDefault(attribute => attribute is not null)
                    )
                )
                .Where(found => found.Function is not null && found.Http is not null)
                .Select(found =>
                    (
                        rules.Find(found.Function!.Name)!,
                        new HttpMethod(found.Http!.Methods?[0].ToUpperInvariant() ?? "GET"),
                        $"/{RouteValue().Replace(found.Http.Route ?? found.Function.Name, "1")}"
                    )
                ),
        ];
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex RouteValue();
}
