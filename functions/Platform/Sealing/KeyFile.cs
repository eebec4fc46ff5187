using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace Alleviation.Functions.Platform.Sealing;

/// <summary>The key ring in a file that only its owner can read.</summary>
public static class KeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// The ring in the file; makes the file first where there is none. Of two hosts that make it at once, one wins and both use it.
    /// </summary>
    public static KeyRing LoadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            TryCreate(path);
        }
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) is not 0)
        {
            throw new InvalidDataException($"The key file {path} can be read by others: set its mode to 0600.");
        }
        return KeyRingJson.Read(File.ReadAllText(path), path);
    }

    private static void TryCreate(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = $"{path}.{Guid.NewGuid():N}";
        WriteDraft(draft);
        try
        {
            Name(draft, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    private static void Name(string draft, string path)
    {
        // On Unix a move that must not overwrite looks first and renames then, so that the slower of two hosts would replace a ring
        // that the other has sealed with already. A link is made whole or refused.
        if (!OperatingSystem.IsWindows() && Link(draft, path) is 0)
        {
            File.Delete(draft);
        }
        else
        {
            File.Move(draft, path, overwrite: false);
        }
    }

    [UnsupportedOSPlatform("windows")]
    [DllImport("libc", EntryPoint = "link")]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string target, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    // Whole on the disk before it gets its name: a crash leaves a key file that works, or none.
    private static void WriteDraft(string draft)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }
        using var stream = new FileStream(draft, options);
        stream.Write(Encoding.UTF8.GetBytes(KeyRingJson.Write(KeyRing.Create())));
        stream.Flush(flushToDisk: true);
    }
}
