namespace Alleviation.Tests.Imports;

/// <summary>An upload whose connection is lost.</summary>
public sealed class BrokenStream(byte[] content, int until) : MemoryStream(content)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= until)
        {
            throw new IOException("The connection is lost.");
        }
        return base.ReadAsync(buffer[..Math.Min(buffer.Length, until - (int)Position)], cancellationToken);
    }
}
