using System.IO.MemoryMappedFiles;

namespace Alleviation.Demo.Year;

/// <summary>
/// The real clock, moved by what a file says: one process moves it, others follow without asking. Waiting stays real.
/// </summary>
public sealed class MovedClock : TimeProvider, IDisposable
{
    /// <summary>Names the file to a worker that is to follow.</summary>
    public const string FileSetting = "ALLEVIATION_DEMO_CLOCK";

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    public MovedClock(string path)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, mapName: null, sizeof(long));
        _view = _file.CreateViewAccessor();
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(_view.ReadInt64(0));

    public void MoveTo(DateTimeOffset moment) => _view.Write(0, (moment - System.GetUtcNow()).Ticks);

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
