namespace Alleviation.Tests.Support;

/// <summary>Where the checkout is, seen from the running tests.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "Alleviation.sln")))
            {
                return directory.FullName;
            }
        }

        throw new DirectoryNotFoundException("Alleviation.sln is in no folder above the tests.");
    }
}
