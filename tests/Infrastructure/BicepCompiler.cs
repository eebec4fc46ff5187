using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Alleviation.Tests.Infrastructure;

/// <summary>
/// The real Bicep compiler, asked by JSON-RPC over its input and output (<c>bicep jsonrpc</c>): starting it takes seconds, and what it is
/// asked next takes a part of one. It answers one question at a time and ends with the tests.
/// </summary>
internal sealed class BicepCompiler : IDisposable
{
    private const string Length = "Content-Length: ";
    private static readonly string Program = typeof(BicepCompiler)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == nameof(BicepCompiler))
        .Value!;
    private static readonly Lazy<BicepCompiler> WithTheLeast = new(() => new BicepCompiler(Source.Given));
    private static readonly Lazy<BicepCompiler> WithAll = new(() => new BicepCompiler(Source.AllGiven));
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Process _process;
    private int _requests;

    private BicepCompiler(IReadOnlyDictionary<string, string> given)
    {
        // A package's files need not be programs to the system that unpacked them.
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(Program) is var mode && !mode.HasFlag(UnixFileMode.UserExecute))
        {
            File.SetUnixFileMode(Program, mode | UnixFileMode.UserExecute);
        }

        var start = new ProcessStartInfo(Program, ["jsonrpc", "--stdio"])
        {
            WorkingDirectory = Source.Folder,
            // It ends when this end of its input does, also where the tests are killed.
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        foreach (var (name, value) in given)
        {
            start.Environment[name] = value;
        }
        _process = Process.Start(start) ?? throw new InvalidOperationException("The Bicep compiler did not start.");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    /// <summary>A compiler whose parameter files read what a deployment has to be given, or all that it can be.</summary>
    public static BicepCompiler Of(bool withAll) => (withAll ? WithAll : WithTheLeast).Value;

    /// <summary>All that the compiler has to say about a template or a parameter file: nothing, where all is well.</summary>
    public async Task<IReadOnlyList<string>> LintAsync(string file)
    {
        var method = file.EndsWith(".bicepparam", StringComparison.Ordinal) ? "bicep/compileParams" : "bicep/compile";
        var result = await AskAsync(method, new JsonObject { ["path"] = file, ["parameterOverrides"] = new JsonObject() });
        var diagnostics = result["diagnostics"]!.AsArray().Select(diagnostic => diagnostic!.ToJsonString());
        return [.. diagnostics, .. result["success"]!.GetValue<bool>() ? [] : new[] { $"{file} does not compile." }];
    }

    /// <summary>The template as Azure Resource Manager takes it.</summary>
    public async Task<JsonNode> BuildAsync(string file)
    {
        var result = await AskAsync("bicep/compile", new JsonObject { ["path"] = Path.Combine(Source.Folder, file) });
        return JsonNode.Parse(result["contents"]!.GetValue<string>())!;
    }

    /// <summary>The resources that the parameters make, with every expression worked out that needs no Azure.</summary>
    public async Task<JsonNode> PredictAsync(string parameters)
    {
        var nobody = Guid.Empty.ToString();
        var result = await AskAsync(
            "bicep/getSnapshot",
            new JsonObject
            {
                ["path"] = Path.Combine(Source.Folder, $"{parameters}.bicepparam"),
                ["metadata"] = new JsonObject
                {
                    ["tenantId"] = nobody,
                    ["subscriptionId"] = nobody,
                    ["location"] = "anywhere",
                },
                ["externalInputs"] = new JsonArray(),
            }
        );
        return JsonNode.Parse(result["snapshot"]!.GetValue<string>())!;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
        _turn.Dispose();
    }

    /// <exception cref="InvalidOperationException">The compiler refuses, or has ended.</exception>
    private async Task<JsonNode> AskAsync(string method, JsonObject parameters)
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

    // ToJsonString escapes whatever is not ASCII: a character is a byte.
    private async Task SendAsync(string request)
    {
        await _process.StandardInput.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{Length}{request.Length}\r\n\r\n{request}"));
        await _process.StandardInput.FlushAsync();
    }

    private async Task<byte[]> ReceiveAsync()
    {
        var output = _process.StandardOutput.BaseStream;
        byte[] body = [];
        while (await LineAsync(output) is { Length: > 0 } header)
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

    private static async Task<string> LineAsync(Stream output)
    {
        var line = "";
        var next = new byte[1];
        while (true)
        {
            if (await output.ReadAsync(next) == 0)
            {
                throw new InvalidOperationException("The Bicep compiler ended.");
            }
            if (next[0] == '\n')
            {
                return line.TrimEnd('\r');
            }
            line += (char)next[0];
        }
    }
}
