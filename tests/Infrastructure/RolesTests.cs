using System.Text.RegularExpressions;

namespace Alleviation.Tests.Infrastructure;

/// <summary>What the service may do in Azure: no more than README's list, no less, and of that list nothing on a wider scope.</summary>
public sealed partial class RolesTests
{
    [Theory]
    [MemberData(nameof(Source.Environments), MemberType = typeof(Source))]
    public async Task TheRoles_AreThoseOfTheList(string parameters)
    {
        var onPremium = parameters.EndsWith("-china", StringComparison.Ordinal);
        var deployment = await Deployment.OfAsync(parameters, withAll: true);

        var assigned = deployment.Of("Microsoft.Authorization/roleAssignments").Select(Described);

        var listed = Source
            .Table(Source.Readme, "## Roles")
            .Where(row => onPremium || row[2] is not "the packager")
            .Select(row => (Role: Id().Match(row[1]).Value, Scope: row[3].Trim('`'), Who: row[2]));
        Assert.Equal(listed.Order(), assigned.Order());
    }

    [Theory]
    [MemberData(nameof(Source.Environments), MemberType = typeof(Source))]
    public async Task WithoutAPackager_OnlyTheServiceHasRoles(string parameters)
    {
        var assignments = (await Deployment.OfAsync(parameters)).Of("Microsoft.Authorization/roleAssignments").ToList();

        Assert.NotEmpty(assignments);
        Assert.All(assignments, assignment => Assert.Equal("the service", Described(assignment).Who));
    }

    private static (string Role, string Scope, string Who) Described(DeployedResource assignment)
    {
        var role = assignment.Text("roleDefinitionId")!;
        var principal = assignment.Text("principalId")!;
        var scope = assignment.Id[..assignment.Id.LastIndexOf("/providers/Microsoft.Authorization", StringComparison.Ordinal)];
        // "Microsoft.Storage/storageAccounts/<name>/blobServices/<name>": a type, a name, a type, a name.
        var parts = scope[(scope.IndexOf("/providers/", StringComparison.Ordinal) + "/providers/".Length)..].Split('/');
        var types = string.Join('/', parts.Where((_, place) => place is 0 || int.IsOddInteger(place)));
        var isService = principal.Contains("userAssignedIdentities", StringComparison.Ordinal);
        return (role[(role.LastIndexOf('/') + 1)..], types, isService ? "the service" : "the packager");
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
