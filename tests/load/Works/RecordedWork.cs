using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Alleviation.Load.Floor;
using Alleviation.Load.Recording;

namespace Alleviation.Load.Works;

/// <summary>
/// The floor of a work: its storage calls as they were recorded, sent one after another by a bare client on the same rows. Whatever guards
/// a row is left out, so that it can be written again and again; a row of the audit gets a key of its own, and a list's token takes the
/// place of one that was put before.
/// </summary>
internal sealed partial class RecordedWork(IReadOnlyList<RecordedCall> calls)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);
    private readonly IReadOnlyList<RecordedCall> _calls = [.. calls.Select(Unguarded)];
    private readonly ConcurrentDictionary<RecordedCall, ConcurrentQueue<string>> _tokens = new();

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
            var token = FreshToken();
            if (Token().IsMatch(body))
            {
                body = TokenBefore().Replace(body, "${1}" + await TakeTokenAsync(client, call, cancellationToken));
                body = Token().Replace(body, "${1}" + token);
            }
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
            if (Token().IsMatch(body))
            {
                _tokens[call].Enqueue(token);
            }
            if (call is { IsQueue: true, Method: "POST" })
            {
                receipt = FloorAnswers.Receipt(answer);
            }
        }
    }

    /// <returns>The end of a token's key that stands there: no two replays at a time have the same.</returns>
    private async Task<string> TakeTokenAsync(BareClient client, RecordedCall call, CancellationToken cancellationToken)
    {
        if (_tokens.GetOrAdd(call, _ => []).TryDequeue(out var token))
        {
            return token;
        }
        // Only so often as there are clients.
        var (insert, fresh) = (_calls.First(one => one.Is("POST", "/Audit")), FreshToken());
        var table = insert.Target.Replace("/Audit", $"/{TokenTable().Match(call.Body).Value}", StringComparison.Ordinal);
        var row = Token().Replace(TokenRow().Match(call.Body).Value, "${1}" + fresh);
        var (status, _) = await client.SendAsync(insert, table, row, cancellationToken);
        return status < 400 ? fresh : throw new LoadException($"The token {row} was answered {status}.");
    }

    private static string FreshToken() => $"00000000-{RandomNumberGenerator.GetHexString(32, lowercase: true)}";

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

    // The token of what a list shows of a household, as it is put, and as the one before it is taken away.
    [GeneratedRegex("""("RowKey":"2:[^"]*?)[0-9]{8}-[0-9a-f]{32}""")]
    private static partial Regex Token();

    [GeneratedRegex("""(DELETE [^\r\n]*RowKey='2%3A[^']*?)[0-9]{8}-[0-9a-f]{32}""")]
    private static partial Regex TokenBefore();

    [GeneratedRegex("""\{"PartitionKey":"[^"]*","RowKey":"2:[^}]*\}""")]
    private static partial Regex TokenRow();

    [GeneratedRegex("""(?<=DELETE [^\r\n]*/)[A-Za-z]+(?=\([^\r\n]*RowKey='2%3A)""")]
    private static partial Regex TokenTable();
}
