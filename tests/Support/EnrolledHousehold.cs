namespace Alleviation.Tests.Support;

/// <summary>A household of a test's own in a service that others share. It stays there: the service ends with all it has.</summary>
public sealed record EnrolledHousehold(string Id, Uri Location) : IAsyncDisposable
{
    public static async Task<EnrolledHousehold> StartAsync(TownshipScene township, object? household = null)
    {
        var location = await township.Worker.EnrolsAsync(household ?? Some.Household());
        var listed = await township.Worker.ListedAsync(location);
        return new EnrolledHousehold(listed.GetProperty("id").GetString()!, location);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
