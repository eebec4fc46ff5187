using System.Diagnostics;
using System.Reflection;

namespace Alleviation.Tests.Infrastructure;

/// <summary>The real Bicep compiler, at work in a copy of <c>infra/azure</c>: it writes beside what it reads.</summary>
internal sealed class BicepCompiler : IDisposable
{
    private static readonly string Program = typeof(BicepCompiler)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == nameof(BicepCompiler))
        .Value!;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("alleviation-bicep-");

    public BicepCompiler()
    {
        foreach (var file in Source.Files("*"))
        {
            var copy = PathOf(Path.GetRelativePath(Source.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        // A package's files need not be programs to the system that unpacked them.
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(Program) is var mode && !mode.HasFlag(UnixFileMode.UserExecute))
        {
            File.SetUnixFileMode(Program, mode | UnixFileMode.UserExecute);
        }
    }

    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    /// <summary>All that the compiler has to say about the file or the files of the pattern: nothing, where all is well.</summary>
    public Task<string> LintAsync(string pattern) => RunAsync(Source.Given, "lint", "--pattern", pattern);

    /// <summary>The template as Azure Resource Manager takes it.</summary>
    public Task<string> BuildAsync(string file) => RunAsync(Source.Given, "build", file, "--stdout");

    /// <summary>The resources that the parameters make, with every expression worked out that needs no Azure.</summary>
    /// <param name="given">Environment variables that the parameter file reads.</param>
    public async Task<string> PredictAsync(string parameters, IReadOnlyDictionary<string, string> given)
    {
        var nobody = Guid.Empty.ToString();
        var said = await RunAsync(
            given,
            "snapshot",
            $"{parameters}.bicepparam",
            "--location",
            "anywhere",
            "--subscription-id",
            nobody,
            "--tenant-id",
            nobody
        );
        Assert.Equal("", said);
        return await File.ReadAllTextAsync(PathOf($"{parameters}.snapshot.json"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<string> RunAsync(IReadOnlyDictionary<string, string> given, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        foreach (var (name, value) in given)
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var said = await output + await errors;
        // A warning leaves the exit code at 0, and an error says what it is.
        return process.ExitCode is 0 || said.Length > 0 ? said : $"bicep ended with {process.ExitCode} and said nothing.";
    }
}
