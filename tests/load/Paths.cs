namespace Alleviation.Load;

/// <summary>Where things are, seen from the running program.</summary>
internal static class Paths
{
    public static string Root { get; } = FindRoot();

    public static string Results { get; } = Path.Combine(Root, "tests", "load", "results");

    public static string Roster { get; } = Path.Combine(Root, "seeds", "roster", "physicians.csv");

    /// <summary>The published service, made by this program's Release build.</summary>
    public static string Service { get; } = Path.Combine(AppContext.BaseDirectory, "published", "service");

    /// <summary>The local host, likewise.</summary>
    public static string Host { get; } = Path.Combine(AppContext.BaseDirectory, "published", "host", "Alleviation.LocalHost.dll");

    public static string Emulator(string part) =>
        Path.Combine(Root, "infra", "local", "node_modules", "azurite", "dist", "src", part, "main.js");

    public static string EmulatorStore { get; } =
        Path.Combine(Root, "infra", "local", "node_modules", "azurite", "dist", "src", "table", "persistence", "LokiTableMetadataStore.js");

    public static string Indexed { get; } = Path.Combine(Root, "tests", "load", "Storage", "indexed.cjs");

    private static string FindRoot()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "Alleviation.sln")))
            {
                return directory.FullName;
            }
        }

        throw new LoadException("Alleviation.sln is in no folder above the program.");
    }
}
