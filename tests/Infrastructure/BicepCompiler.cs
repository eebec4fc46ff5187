using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Alleviation.Tests.Infrastructure;

/// <summary>
/// The real Bicep compiler, asked by JSON-RPC over its input and output (<c>bicep jsonrpc</c>): starting it takes seconds, and what it is
/// asked next takes a part of one. It answers one question at a time and ends with the tests.
/// </summary>
internal sealed class BicepCompiler : IDisposable
{
    private static readonly string Program = typeof(BicepCompiler)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == nameof(BicepCompiler))
        .Value!;
    private static readonly Lazy<BicepCompiler> WithTheLeast = new(() => new BicepCompiler(Source.Given));
    private static readonly Lazy<BicepCompiler> WithAll = new(() => new BicepCompiler(Source.AllGiven));
    private readonly Process _process;
    private readonly JsonRpc _rpc;

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
        _rpc = new JsonRpc(_process.StandardInput, _process.StandardOutput.BaseStream);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    /// <summary>A compiler whose parameter files read what a deployment has to be given, or all that it can be.</summary>
    public static BicepCompiler Of(bool withAll) => (withAll ? WithAll : WithTheLeast).Value;

    /// <summary>All that the compiler has to say about a template or a parameter file: nothing, where all is well.</summary>
    public async Task<IReadOnlyList<string>> LintAsync(string file)
    {
        var method = file.EndsWith(".bicepparam", StringComparison.Ordinal) ? "bicep/compileParams" : "bicep/compile";
        var result = await _rpc.AskAsync(method, new JsonObject { ["path"] = file, ["parameterOverrides"] = new JsonObject() });
        var diagnostics = result["diagnostics"]!.AsArray().Select(diagnostic => diagnostic!.ToJsonString());
        return [.. diagnostics, .. result["success"]!.GetValue<bool>() ? [] : new[] { $"{file} does not compile." }];
    }

    /// <summary>The template as Azure Resource Manager takes it.</summary>
    public async Task<JsonNode> BuildAsync(string file)
    {
        var result = await _rpc.AskAsync("bicep/compile", new JsonObject { ["path"] = Path.Combine(Source.Folder, file) });
        return JsonNode.Parse(result["contents"]!.GetValue<string>())!;
    }

    /// <summary>The resources that the parameters make, with every expression worked out that needs no Azure.</summary>
    public async Task<JsonNode> PredictAsync(string parameters)
    {
        var nobody = Guid.Empty.ToString();
        var result = await _rpc.AskAsync(
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
        _rpc.Dispose();
    }
}
