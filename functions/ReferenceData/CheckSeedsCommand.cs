namespace Alleviation.Functions.ReferenceData;

/// <summary><c>./run.sh --check-seeds</c>: says what is wrong with the seeds, without starting the service.</summary>
internal static class CheckSeedsCommand
{
    public const string Option = "--check-seeds";

    /// <param name="folder">Of the seeds; null for those beside the program.</param>
    /// <returns>The exit code: 0 where nothing is wrong, else 1.</returns>
    public static async Task<int> RunAsync(string? folder, TextWriter output)
    {
        var faults = SeedCheck.Of(folder is null ? new SeedFolder() : new SeedFolder(folder));
        foreach (var fault in faults)
        {
            await output.WriteLineAsync(fault.ToString());
        }
        await output.WriteLineAsync(faults.Count == 0 ? "The seeds are in order." : $"{faults.Count} mistakes.");
        return faults.Count == 0 ? 0 : 1;
    }
}
