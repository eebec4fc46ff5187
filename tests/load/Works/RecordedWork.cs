using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Alleviation.Load.Floor;
using Alleviation.Load.Recording;

namespace Alleviation.Load.Works;

/// <summary>
/// The floor of a work: its storage calls as they were recorded, sent one after another by a bare client on the same rows. Whatever guards
/// a row is left out, so that it can be written again and again; a row of the audit gets a key of its own.
/// </summary>
internal sealed partial class RecordedWork(IReadOnlyList<RecordedCall> calls)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);
    private readonly IReadOnlyList<RecordedCall> _calls = [.. calls.Select(Unguarded)];

    public int Calls => _calls.Count;

    /// <summary>Does the work twice and keeps the calls of the second time: by then nothing is looked up for the first time.</summary>
    public static async Task<RecordedWork> OfAsync(RecordingProxy proxy, WorkClient client, Work work, CancellationToken cancellationToken)
    {
        await work.ActAsync(client, cancellationToken);
        await SettledAsync(proxy, cancellationToken);
        await work.ActAsync(client, cancellationToken);
        return new RecordedWork(await SettledAsync(proxy, cancellationToken));
    }

    public async Task ReplayAsync(BareClient client, CancellationToken cancellationToken)
    {
        var receipt = "";
        foreach (var call in _calls)
        {
            var target = call is { IsQueue: true, Method: "DELETE" }
                ? call.Target[..(call.Target.LastIndexOf('/') + 1)] + receipt
                : call.Target;
            var body = call.Is("POST", "/Audit")
                ? AuditKey().Replace(call.Body, key => key.Groups[1].Value + RandomNumberGenerator.GetHexString(8, lowercase: true))
                : call.Body;
            var (status, answer) = await client.SendAsync(call, target, body, cancellationToken);
            // What was not there is looked for in vain, and what stood already, such as a township's marker, stands.
            if (status >= 400 && status != call.Status)
            {
                throw new LoadException($"{call.Method} {target} was answered {status}: {Encoding.UTF8.GetString(answer)}");
            }
            if (call.Is("POST", "/$batch") && answer.AsSpan().IndexOf("HTTP/1.1 4"u8) >= 0)
            {
                throw new LoadException($"A transaction failed: {Encoding.UTF8.GetString(answer)}");
            }
            if (call is { IsQueue: true, Method: "POST" })
            {
                receipt = FloorAnswers.Receipt(answer);
            }
        }
    }

    public override string ToString() =>
        string.Join(
            ", ",
            _calls
                .CountBy(call => $"{call.Method} {Place().Match(call.Target).Value}")
                .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Value} {kind.Key}"))
        );

    private static async Task<List<RecordedCall>> SettledAsync(RecordingProxy proxy, CancellationToken cancellationToken)
    {
        var calls = new List<RecordedCall>();
        for (var quietSince = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(quietSince) < Quiet; )
        {
            await Task.Delay(20, cancellationToken);
            // The host asks its queues all the time.
            var newCalls = proxy.Take().Where(call => !(call.IsQueue && (call.Method == "GET" || call.Method == "HEAD"))).ToList();
            if (newCalls.Count > 0)
            {
                calls.AddRange(newCalls);
                quietSince = TimeProvider.System.GetTimestamp();
            }
        }
        return calls;
    }

    private static RecordedCall Unguarded(RecordedCall call) =>
        call with
        {
            Body = Guard().Replace(call.Body, "$1*"),
            Headers =
            [
                .. call.Headers.Select(header =>
                    header.Key.Equals("If-Match", StringComparison.OrdinalIgnoreCase) ? KeyValuePair.Create(header.Key, "*") : header
                ),
            ],
        };

    // The table or queue, after the account.
    [GeneratedRegex(@"(?<=^/[^/]+/)[$a-zA-Z-]+(\(\))?")]
    private static partial Regex Place();

    [GeneratedRegex("(If-Match: )[^\r\n]*", RegexOptions.IgnoreCase)]
    private static partial Regex Guard();

    [GeneratedRegex("(\"RowKey\":\"[0-9]+-)[0-9a-f]{8}")]
    private static partial Regex AuditKey();
}
