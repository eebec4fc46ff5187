using System.Globalization;
using System.Text;
using Alleviation.Load.Recording;

namespace Alleviation.Load.Floor;

/// <summary>A village's record numbers: taken one household at a time and guarded by the sequence's ETag, as in the service.</summary>
internal sealed class FloorVillage(RecordedHousehold first, RecordedHousehold later) : IDisposable
{
    private const int Members = 4;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private string? _etag;
    private int _next;

    public async Task TakeAsync(BareClient client, FloorHousehold household, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            // Where service and floor share a full store, each finds in its next block that the other has taken numbers, and looks again.
            if (!await TryTakeAsync(client, household, cancellationToken) && !await TryTakeAsync(client, household, cancellationToken))
            {
                throw new LoadException("The floor's record numbers were taken by others twice.");
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    /// <returns>False where others have taken numbers since the village was looked at.</returns>
    private async Task<bool> TryTakeAsync(BareClient client, FloorHousehold household, CancellationToken cancellationToken)
    {
        if (_next == 0)
        {
            await LookAsync(client, household, cancellationToken);
        }
        var (recording, call) = _etag is null ? (first, first.NumbersTaken) : (later, later.NumbersTaken);
        var body = household.Replaced(
            call.Body.Replace(recording.Id, household.Recording.Id, StringComparison.Ordinal)
                .Replace(recording.VillageCode, household.VillageCode, StringComparison.Ordinal)
        );
        if (_etag is not null)
        {
            body = FloorHousehold.WithETag(Numbered(body), _etag);
        }
        var (status, answer) = await client.SendAsync(call, household.TargetOf(call), body, cancellationToken);
        var text = Encoding.UTF8.GetString(answer);
        if (text.Contains("HTTP/1.1 412", StringComparison.Ordinal) || text.Contains("HTTP/1.1 409", StringComparison.Ordinal))
        {
            (_etag, _next) = (null, 0);
            return false;
        }

        if (status != 202 || text.Contains("HTTP/1.1 4", StringComparison.Ordinal))
        {
            throw new LoadException($"The floor could not take record numbers: {status} {text}");
        }
        (_etag, _next) = (ETagIn(text), _next + Members);
        return true;
    }

    private async Task LookAsync(BareClient client, FloorHousehold household, CancellationToken cancellationToken)
    {
        var call = first.NumbersLooked!;
        var target = household.TargetOf(call).Replace(first.VillageCode, household.VillageCode, StringComparison.Ordinal);
        var (status, answer) = await client.SendAsync(call, target, "", cancellationToken);
        _next = 1;
        if (status != 200)
        {
            return;
        }
        var row = Encoding.UTF8.GetString(answer);
        _etag = FloorAnswers.ETagOfHeader(row);
        _next = int.Parse(RecordedHousehold.Between(row, "\"Next\":", "}").Split(',')[0], CultureInfo.InvariantCulture);
    }

    private string Numbered(string body)
    {
        var next = int.Parse(RecordedHousehold.Between(body, "\"Next\":", "}").Split(',')[0], CultureInfo.InvariantCulture);
        body = body.Replace(
            $"\"Next\":{next}",
            string.Create(CultureInfo.InvariantCulture, $"\"Next\":{_next + Members}"),
            StringComparison.Ordinal
        );
        for (var member = 0; member < Members; member++)
        {
            var old = string.Create(CultureInfo.InvariantCulture, $"\"RowKey\":\"{next - Members + member:D5}\"");
            body = body.Replace(
                old,
                string.Create(CultureInfo.InvariantCulture, $"\"RowKey\":\"#{_next + member:D5}\""),
                StringComparison.Ordinal
            );
        }

        // Marked until all are in place: the old and the new numbers may overlap.
        return body.Replace("\"RowKey\":\"#", "\"RowKey\":\"", StringComparison.Ordinal);
    }

    private static string ETagIn(string answers)
    {
        var start = answers.IndexOf("etag: ", StringComparison.OrdinalIgnoreCase) + "etag: ".Length;
        return answers[start..answers.IndexOf('\r', start)];
    }
}
