using System.Globalization;

namespace Alleviation.Load;

/// <summary>
/// The run's own files: keys and the service's logs. All accounts share the keys, so that what is filled in opens everywhere.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("alleviation-load-").FullName;
    private bool _isKept;

    public string KeyFile => Path.Combine(_path, "keys.json");

    public string LogOf(int start) => Path.Combine(_path, string.Create(CultureInfo.InvariantCulture, $"service-{start}.log"));

    public string FileOf(string name) => Path.Combine(_path, name);

    /// <summary>Leaves the logs where they are, for whoever wants to know why a run failed.</summary>
    /// <returns>Where that is.</returns>
    public string Keep()
    {
        _isKept = true;
        return _path;
    }

    public void Dispose()
    {
        if (!_isKept)
        {
            Directory.Delete(_path, recursive: true);
        }
    }
}
