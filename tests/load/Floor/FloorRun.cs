using System.Diagnostics;
using System.Text;
using Alleviation.Load.Recording;

namespace Alleviation.Load.Floor;

/// <summary>
/// The floor: the recorded calls of the same number of households in the same villages, sent by a bare client with the service's
/// shape (so many requests at a time, then a queue) and nothing of its work. What the service takes longer is the service's.
/// </summary>
internal sealed class FloorRun(FloorRecording recording, BareClient client) : IDisposable
{
    private readonly Dictionary<string, FloorHousehold> _households = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FloorVillage> _villages = new(StringComparer.Ordinal);

    /// <returns>How long it took until the last household's last message was settled.</returns>
    public async Task<TimeSpan> RunAsync(IReadOnlyList<Enrolment> enrolments, int concurrency, CancellationToken cancellationToken)
    {
        _households.Clear();
        var households = enrolments.Select(NewHousehold).ToList();
        var started = Stopwatch.GetTimestamp();
        using var failing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new List<Task>
        {
            Parallel.ForEachAsync(
                households,
                Options(concurrency, failing.Token),
                async (household, token) => await SendAllAsync(household, household.Recording.Accept, token)
            ),
            BuildingQueue().RunAsync(households.Count, IdIn, recording.Delete, failing.Token),
        };
        while (running.Count > 0)
        {
            var ended = await Task.WhenAny(running);
            running.Remove(ended);
            if (!ended.IsCompletedSuccessfully)
            {
                await failing.CancelAsync();
            }
            await ended;
        }

        return Stopwatch.GetElapsedTime(started);
    }

    public void Dispose()
    {
        foreach (var village in _villages.Values)
        {
            village.Dispose();
        }
    }

    private FloorHousehold NewHousehold(Enrolment enrolment)
    {
        var household = new FloorHousehold(
            recording.Households[enrolment.Number % recording.Households.Count],
            enrolment.VillageCode,
            recording.TableOrigin,
            client.Account.Name,
            client.Account.TableOrigin
        );
        _households.Add(household.Id, household);
        if (!_villages.ContainsKey(enrolment.VillageCode))
        {
            _villages.Add(enrolment.VillageCode, new FloorVillage(recording.FirstInVillage, recording.LaterInVillage));
        }
        return household;
    }

    private FloorQueue BuildingQueue() =>
        new(
            "enrolments",
            client,
            recording.ReceiveFrom(client.Account.Name),
            async (id, token) =>
            {
                await _households[id].EnrolledAsync().WaitAsync(token);
                await BuildAsync(_households[id], token);
            }
        );

    private async Task BuildAsync(FloorHousehold household, CancellationToken cancellationToken)
    {
        await SendAsync(household, household.Recording.Read, cancellationToken);
        await _villages[household.VillageCode].TakeAsync(client, household, cancellationToken);
        await Task.WhenAll(household.Recording.Identities.Select(call => SendAsync(household, call, cancellationToken)));
        await SendAllAsync(household, household.Recording.Built, cancellationToken);
    }

    // The message is settled by its queue, with its own receipt.
    private async Task SendAllAsync(FloorHousehold household, IReadOnlyList<RecordedCall> calls, CancellationToken cancellationToken)
    {
        foreach (var call in calls.Where(call => !call.Is("DELETE", "/enrolments/")))
        {
            await SendAsync(household, call, cancellationToken);
        }
    }

    private async Task SendAsync(FloorHousehold household, RecordedCall call, CancellationToken cancellationToken)
    {
        var (status, answer) = await client.SendAsync(call, household.TargetOf(call), household.BodyOf(call), cancellationToken);
        var isMarker = call.Is("POST", "/Coverage");
        if (status >= 400 && !isMarker)
        {
            throw new LoadException(
                $"The floor's {call.Method} {household.TargetOf(call)} was answered {status}: {Encoding.UTF8.GetString(answer)}"
            );
        }
        if (call.Is("POST", "/$batch") && answer.AsSpan().IndexOf("HTTP/1.1 4"u8) >= 0)
        {
            throw new LoadException($"The floor's transaction failed: {Encoding.UTF8.GetString(answer)}");
        }
        if (call.Is("POST", "/$batch") && call.Body.Contains("/Households", StringComparison.Ordinal))
        {
            household.Committed();
        }
        if (call.Is("POST", "/changes/messages"))
        {
            household.Announcement = FloorAnswers.Receipt(answer);
        }
        if (call.Is("GET", "/Households("))
        {
            household.ETag = FloorAnswers.ETagOfHeader(Encoding.UTF8.GetString(answer));
        }
    }

    private static string IdIn(string message) => RecordedHousehold.Between(message, "\"household\":\"", "\"");

    private static ParallelOptions Options(int concurrency, CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken };
}
