using Alleviation.Functions.Access;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Browser.Frame;

/// <summary>
/// A township that one test has to itself: nobody else's households, physicians and accounts are in it. Where others look further (over
/// the county, into the operator's lists), a test has a service of its own.
/// </summary>
public sealed record Place(AppUnderTest App, string Township, string Village)
{
    /// <summary>The township's general practitioner.</summary>
    public string Physician => $"P{Township}-01";

    /// <summary>Its physician of another discipline: the nearest for the village.</summary>
    public string Specialist => $"P{Township}-02";

    /// <summary>A place in a service of the test's own.</summary>
    public static Place In(AppUnderTest app) => new(app, Some.Township, Some.Village);

    public Task HasPhysicianAsync() => App.HasPhysicianAsync(Physician, Township);

    public Task HasSpecialistAsync(string discipline) => App.HasPhysicianAsync(Specialist, Township, discipline);

    public Task<Person> AddWorkerAsync() => App.AddAccountAsync(Role.HealthWorker, [Township]);

    public Task<Person> AddPhysicianAsync(string? physicianId = null) => App.AddAccountAsync(Role.Physician, [], physicianId ?? Physician);

    /// <summary>A health worker of the township, by the API.</summary>
    public Task<HttpClient> WorkerByApiAsync() => App.HealthWorkerAsync(Township);

    public Dictionary<string, object?> Household(params Dictionary<string, object?>[] members) => Some.Household(Village, members);
}
