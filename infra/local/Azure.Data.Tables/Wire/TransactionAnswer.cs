using System.Globalization;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>Reads the answers out of a multipart body: each begins with a status line and ends at the next boundary.</summary>
internal static class TransactionAnswer
{
    public static List<Response> Parse(ReadOnlyMemory<byte> body, string clientRequestId)
    {
        var answers = new List<Response>();
        for (var at = StatusLineAfter(body.Span, 0); at >= 0; at = StatusLineAfter(body.Span, at))
        {
            var (status, reason) = Status(Line(body.Span, ref at));
            var headers = new List<HttpHeader>();
            for (var line = Line(body.Span, ref at); line.Length > 0; line = Line(body.Span, ref at))
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                if (colon > 0) { headers.Add(new HttpHeader(line[..colon], line[(colon + 1)..].Trim())); }
            }

            var length = body.Span[at..].IndexOf("\r\n--changesetresponse"u8) is >= 0 and var end ? end : body.Length - at;
            answers.Add(new PartResponse(status, reason, headers, Trimmed(body.Slice(at, length))) { ClientRequestId = clientRequestId });
            at += length;
        }

        return answers;
    }

    private static int StatusLineAfter(ReadOnlySpan<byte> body, int start)
    {
        var found = body[start..].IndexOf("\nHTTP/1.1 "u8);
        return found < 0 ? -1 : start + found + 1;
    }

    private static (int Status, string Reason) Status(string line)
    {
        var parts = line.Split(' ', 3);
        return (int.Parse(parts[1], CultureInfo.InvariantCulture), parts.Length > 2 ? parts[2] : "");
    }

    private static string Line(ReadOnlySpan<byte> body, ref int at)
    {
        var rest = body[at..];
        var end = rest.IndexOf((byte)'\n');
        var line = end < 0 ? rest : rest[..end];
        at += end < 0 ? rest.Length : end + 1;
        return Encoding.UTF8.GetString(line).TrimEnd('\r');
    }

    private static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> part)
    {
        while (part.Length > 0 && part.Span[^1] is (byte)'\r' or (byte)'\n') { part = part[..^1]; }
        return part;
    }
}
