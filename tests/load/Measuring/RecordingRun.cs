using Alleviation.Load.Floor;
using Alleviation.Load.Recording;
using Alleviation.Load.Service;
using Alleviation.Load.Storage;

namespace Alleviation.Load.Measuring;

/// <summary>A first, slow run through the recording proxy: what the floor replays comes from it.</summary>
internal static class RecordingRun
{
    private const int Warming = 30;
    private const int AtMost = 150;

    public static async Task<FloorRecording> RunAsync(EmulatorAccount account, RunFolder folder, CancellationToken cancellationToken)
    {
        await using var proxy = await RecordingProxy.StartAsync(account, cancellationToken);
        await using var service = await ServiceProcess.StartAsync(proxy.Account, folder, cancellationToken, isQuick: true);
        using var client = await ServiceClient.SetUpAsync(service.Address, cancellationToken);
        var households = Enrolment.Draw(Warming + AtMost);
        foreach (var household in households.Take(Warming))
        {
            await client.EnrolAsync(household.Number, household.Body, cancellationToken);
        }
        while (await ServiceTables.UnsettledAsync(account, cancellationToken) > 0)
        {
            await Task.Delay(100, cancellationToken);
        }
        var receive = proxy.Take().First(call => call.Is("GET", "/enrolments/messages"));
        var recorded = await new HouseholdRecorder(proxy, client).RecordAsync([.. households.Skip(Warming)], cancellationToken);
        return new FloorRecording(recorded, proxy.Account.TableOrigin, receive);
    }
}
