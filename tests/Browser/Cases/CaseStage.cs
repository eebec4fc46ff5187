using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Browser.Cases;

/// <summary>A place with one household, its responsible physician and a specialist.</summary>
internal sealed record CaseStage(Place Place, Uri Member, Person Worker, Person Responsible, Person Specialist)
{
    /// <summary>The address of a page about the sick member.</summary>
    public string Of(string page) => $"/cases/{Household}/1/{page}";

    public string Household => Member.ToString().Split('/')[^1];

    public static async Task<CaseStage> StartAsync(Scene scene)
    {
        var place = await scene.HasPlaceAsync();
        await place.HasPhysicianAsync();
        await place.HasSpecialistAsync("psychiatry");
        using var worker = await place.WorkerByApiAsync();
        var location = await worker.EnrolsAsync(place.Household());
        await worker.ListedAsync(location);
        return new CaseStage(
            place,
            location,
            await place.AddWorkerAsync(),
            await place.AddPhysicianAsync(),
            await place.AddPhysicianAsync(place.Specialist)
        );
    }
}
