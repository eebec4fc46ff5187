using Alleviation.Functions.Access;
using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Browser.Cases;

/// <summary>A service of its own with one household, its responsible physician and a specialist of the county.</summary>
internal sealed record CaseStage(AppUnderTest App, Uri Member, Person Worker, Person Responsible, Person Specialist)
{
    public const string ResponsibleId = "P441402004-01";
    public const string SpecialistId = "P441402-01";

    /// <summary>The address of a page about the sick member.</summary>
    public string Of(string page) => $"/cases/{Household}/1/{page}";

    public string Household => Member.ToString().Split('/')[^1];

    public static async Task<CaseStage> StartAsync(Scene scene)
    {
        var app = await scene.StartServiceAsync();
        await app.HasPhysicianAsync(ResponsibleId, Some.Township);
        await app.HasPhysicianAsync(SpecialistId, Some.County, "psychiatry");
        using var worker = await app.HealthWorkerAsync(Some.Township);
        var location = await worker.EnrolsAsync(Some.Household());
        await worker.ListedAsync(location);
        return new CaseStage(
            app,
            location,
            await app.AddAccountAsync(Role.HealthWorker, [Some.Township]),
            await app.AddAccountAsync(Role.Physician, [], ResponsibleId),
            await app.AddAccountAsync(Role.Physician, [], SpecialistId)
        );
    }
}
