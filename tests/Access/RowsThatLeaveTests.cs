using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alleviation.Functions.Access;
using Alleviation.Tests.Contract;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Access;

/// <summary>
/// Everything that can be read by the API, asked by people with no part in a household, or in one member of it only: nothing of it comes.
/// An address of tomorrow is asked too, since they are taken from the API's document.
/// </summary>
public sealed partial class RowsThatLeaveTests() : WithScene<CareScene>(StartAsync)
{
    private const string Neighbour = "P441402004-02";

    /// <summary>Not the head, whose name stands in many lists.</summary>
    private const int Referred = 2;

    private static Task<CareScene> StartAsync() =>
        CareScene
            .StartAsync()
            .ThenAsync(async scene =>
            {
                var referral = new
                {
                    direction = "up",
                    urgency = "routine",
                    discipline = "psychiatry",
                    reason = "请会诊",
                };
                await scene.Worker.PutsAsync(
                    $"/api/households/{scene.Household}/members/{Referred}/referrals/{CareScene.NewId()}",
                    referral
                );
                return scene;
            });

    [Fact]
    public async Task NeighbouringPhysician_WithARegionInTheAccount_ReadsNothing() =>
        Assert.Empty(await LeaksAsync(Role.Physician, [Some.Township], Neighbour, await SecretsAsync(ofWhole: true)));

    [Fact]
    public async Task HealthWorkerOfAnotherTownship_ReadsNothing() =>
        Assert.Empty(await LeaksAsync(Role.HealthWorker, ["441402006"], null, await SecretsAsync(ofWhole: true)));

    [Fact]
    public async Task OfficialOfAnotherCounty_ReadsNothing() =>
        Assert.Empty(await LeaksAsync(Role.Official, ["441403"], null, await SecretsAsync(ofWhole: true)));

    [Fact]
    public async Task Guest_ReadsNothingOfTheOtherMembers() =>
        Assert.Empty(await LeaksAsync(Role.Physician, [Some.Township], CareScene.County, await SecretsAsync(ofWhole: false)));

    [Fact]
    public async Task WhoeverCares_ReadsItInManyPlaces()
    {
        var secrets = await SecretsAsync(ofWhole: true);

        Assert.InRange((await LeaksAsync(Role.HealthWorker, [Some.Township], null, secrets)).Count, 8, int.MaxValue);
        Assert.InRange((await LeaksAsync(Role.Physician, [], CareScene.Responsible, secrets)).Count, 6, int.MaxValue);
    }

    /// <param name="ofWhole">Of the household and all members; else of those who were not referred.</param>
    private async Task<IReadOnlyList<string>> SecretsAsync(bool ofWhole)
    {
        var household = await Scene.ReadAsync();
        var members = household
            .Members.Where(member => ofWhole || member.Number != Referred)
            .SelectMany(member => new[] { member.Name, member.RecordNumber! });
        return ofWhole ? [.. members, household.Id.Value, household.RegistrationNumber] : [.. members];
    }

    /// <returns>The operations whose answers have one of the secrets in them.</returns>
    private async Task<IReadOnlyList<string>> LeaksAsync(Role role, string[] regions, string? physicianId, IReadOnlyList<string> secrets)
    {
        using var client = await Scene.App.SignInAsync(role, regions, physicianId);
        client.DefaultRequestHeaders.Add(AuditNote.ReasonHeader, "%E5%A4%8D%E6%9F%A5");
        var household = await Scene.ReadAsync();
        var leaks = new List<string>();
        foreach (var operation in ApiDocument.Instance.Operations.Where(operation => operation.Method == HttpMethod.Get))
        {
            foreach (var member in household.Members.Take(2))
            {
                // What was asked for stands in no answer by itself: addresses are not repeated there.
                var answer = await BodyAsync(
                    client.GetAsync(AddressOf(operation, household.Id.Value, member.Number, member.RecordNumber!, physicianId))
                );
                if (secrets.Any(secret => answer.Contains(secret, StringComparison.Ordinal)))
                {
                    leaks.Add($"{operation.Id} of member {member.Number}");
                }
            }
        }

        var form = await Scene.Worker.GetFromJsonAsync<JsonElement>($"/api/households/{household.Id}/enrolment");
        var idNumber = form.GetProperty("members")[0].GetProperty("idNumber").GetString();
        foreach (var (key, query) in Searches(household.RegistrationNumber, household.Members[0].Name, idNumber))
        {
            var answer = await BodyAsync(client.PostAsJsonAsync("/api/households/search", query));
            if (secrets.Any(secret => answer.Contains(secret, StringComparison.Ordinal)))
            {
                leaks.Add($"Households_Search by {key}");
            }
        }

        return leaks;
    }

    // Whatever the status.
    private static async Task<string> BodyAsync(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        return await answer.Content.ReadAsStringAsync();
    }

    private static IEnumerable<(string Key, object Query)> Searches(string registrationNumber, string name, string? idNumber) =>
        [("number", new { registrationNumber }), ("name", new { name, region = Some.Township }), ("citizen ID", new { idNumber })];

    private static string AddressOf(ApiOperation operation, string household, int member, string recordNumber, string? physicianId)
    {
        var path = Parameter()
            .Replace(
                operation.Path,
                parameter =>
                    parameter.Groups[1].Value switch
                    {
                        "householdId" => household,
                        "member" => $"{member}",
                        "recordNumber" => recordNumber,
                        "physicianId" => physicianId ?? CareScene.Responsible,
                        "regionCode" => Some.Township,
                        "version" or "year" => "1",
                        _ => CareScene.NewId(),
                    }
            );
        return path.EndsWith("/differences", StringComparison.Ordinal) ? $"{path}?from=1&to=1" : $"{path}?region={Some.Township}";
    }

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Parameter();
}
