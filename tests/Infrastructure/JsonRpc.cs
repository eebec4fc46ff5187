using System.Globalization;
using System.Text.Json.Nodes;

namespace Alleviation.Tests.Infrastructure;

/// <summary>Asks a program by JSON-RPC over its input and output, one question at a time.</summary>
internal sealed class JsonRpc(StreamWriter input, Stream output) : IDisposable
{
    private const string Length = "Content-Length: ";
    private readonly SemaphoreSlim _turn = new(1);
    private int _requests;

    /// <exception cref="InvalidOperationException">The program refuses, or has ended.</exception>
    public async Task<JsonNode> AskAsync(string method, JsonObject parameters)
    {
        await _turn.WaitAsync();
        try
        {
            var request = new JsonObject
            {
                ["jsonrpc"] = "2.0",
                ["id"] = ++_requests,
                ["method"] = method,
                ["params"] = parameters,
            };
            await SendAsync(request.ToJsonString());
            var answer = JsonNode.Parse(await ReceiveAsync())!;
            return answer["result"] ?? throw new InvalidOperationException($"{method}: {answer["error"]?.ToJsonString()}");
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    // ToJsonString escapes whatever is not ASCII: a character is a byte.
    private async Task SendAsync(string request)
    {
        await input.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{Length}{request.Length}\r\n\r\n{request}"));
        await input.FlushAsync();
    }

    private async Task<byte[]> ReceiveAsync()
    {
        byte[] body = [];
        while (await LineAsync() is { Length: > 0 } header)
        {
            if (!header.StartsWith(Length, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }
            body = new byte[int.Parse(header[Length.Length..], CultureInfo.InvariantCulture)];
        }

        await output.ReadExactlyAsync(body);
        return body;
    }

    private async Task<string> LineAsync()
    {
        var line = "";
        var next = new byte[1];
        while (true)
        {
            if (await output.ReadAsync(next) == 0)
            {
                throw new InvalidOperationException("The program that is asked has ended.");
            }
            if (next[0] == '\n')
            {
                return line.TrimEnd('\r');
            }
            line += (char)next[0];
        }
    }
}
