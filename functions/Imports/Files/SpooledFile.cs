namespace Alleviation.Functions.Imports.Files;

/// <summary>A workbook must be read back and forth, so it is put on disk.</summary>
public static class SpooledFile
{
    private const int Buffer = 64 * 1024;

    public static async Task<Stream> OfAsync(Stream body, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            BufferSize = Buffer,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows()) { options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; }
        var file = new FileStream(path, options);
        try
        {
            // Its name goes at once, so that not even a crash leaves people's data behind.
            File.Delete(path);
            await body.CopyToAsync(file, cancellationToken);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
