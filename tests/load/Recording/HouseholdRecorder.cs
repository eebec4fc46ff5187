using Alleviation.Load.Service;

namespace Alleviation.Load.Recording;

/// <summary>Sends households one at a time and keeps the calls of each.</summary>
internal sealed class HouseholdRecorder(RecordingProxy proxy, ServiceClient client)
{
    private const int Wanted = 24;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <returns>Recordings of households, both of the first in a village and of later ones.</returns>
    public async Task<IReadOnlyList<RecordedHousehold>> RecordAsync(
        IReadOnlyList<Enrolment> households,
        CancellationToken cancellationToken
    )
    {
        var recorded = new List<RecordedHousehold>();
        foreach (var household in households)
        {
            proxy.Take();
            var answer = await client.EnrolAsync(household.Number, household.Body, cancellationToken);
            var calls = await CallsOfOneAsync(cancellationToken);
            if (RecordedHousehold.Of(answer.GetProperty("id").GetString()!, household.VillageCode, calls) is { } recording)
            {
                recorded.Add(recording);
            }
            if (
                recorded.Count >= Wanted
                && recorded.Any(recording => recording.NumbersLooked is null)
                && recorded.Any(recording => recording.NumbersLooked is not null)
            )
            {
                return recorded;
            }
        }

        throw new LoadException($"Of {households.Count} households only {recorded.Count} went the usual way while they were recorded.");
    }

    private async Task<List<RecordedCall>> CallsOfOneAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var calls = new List<RecordedCall>();
        while (!RecordedHousehold.IsWhole(calls))
        {
            await Task.Delay(10, patience.Token);
            calls.AddRange(proxy.Take());
        }

        return calls;
    }
}
