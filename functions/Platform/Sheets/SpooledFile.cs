namespace Alleviation.Functions.Platform.Sheets;

/// <summary>A file must be read back and forth, so it is put on disk.</summary>
public static class SpooledFile
{
    private const int Buffer = 64 * 1024;

    /// <exception cref="SheetFileException">It has more bytes than it may.</exception>
    public static async Task<Stream> OfAsync(Stream body, long most, CancellationToken cancellationToken)
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
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        var file = new FileStream(path, options);
        try
        {
            // Its name goes at once, so that not even a crash leaves people's data behind.
            File.Delete(path);
            var bytes = new byte[Buffer];
            while (await body.ReadAsync(bytes, cancellationToken) is > 0 and var length)
            {
                if (file.Position + length > most)
                {
                    throw new SheetFileException(SheetFault.TooLarge);
                }
                await file.WriteAsync(bytes.AsMemory(0, length), cancellationToken);
            }

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
