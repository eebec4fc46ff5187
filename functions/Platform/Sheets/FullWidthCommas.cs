namespace Alleviation.Functions.Platform.Sheets;

/// <summary>
/// Text whose cells are separated by the full-width comma of a Chinese keyboard. The CSV reader takes ASCII separators only, so that
/// the comma is read as a control character that no list has, and is put back where it stood inside quotation marks.
/// </summary>
public sealed class FullWidthCommas(TextReader text) : TextReader
{
    public const char Comma = '，';

    /// <summary>ASCII's own separator of units.</summary>
    public const char StandIn = '\u001f';

    public static string Restore(string cell) => cell.Replace(StandIn, Comma);

    public override int Peek() => text.Peek() is var next && next == Comma ? StandIn : next;

    public override int Read() => text.Read() is var next && next == Comma ? StandIn : next;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var length = text.Read(buffer);
        buffer[..length].Replace(Comma, StandIn);
        return length;
    }

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        var length = await text.ReadAsync(buffer, cancellationToken);
        buffer.Span[..length].Replace(Comma, StandIn);
        return length;
    }

    public override Task<int> ReadAsync(char[] buffer, int index, int count) => ReadAsync(buffer.AsMemory(index, count)).AsTask();
}
