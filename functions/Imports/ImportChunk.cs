using System.Globalization;

namespace Alleviation.Functions.Imports;

/// <summary>A piece of an import's work: all households whose fingerprint begins so.</summary>
/// <param name="Prefix">No, one or two hexadecimal characters.</param>
public readonly record struct ImportChunk(string Prefix)
{
    private const string Digits = "0123456789abcdef";
    private const int FewLines = 200;
    private const int ManyLines = 10_000;

    public static readonly ImportChunk Whole = new("");

    /// <summary>Few enough to be cheap, and small enough that a crash repeats little and the progress can be seen.</summary>
    public static int NumberFor(int lines) =>
        lines switch
        {
            <= FewLines => 1,
            <= ManyLines => 16,
            _ => 256,
        };

    public static IEnumerable<ImportChunk> Of(int number) =>
        number switch
        {
            1 => [Whole],
            16 => Digits.Select(digit => new ImportChunk(digit.ToString())),
            _ => Enumerable.Range(0, 256).Select(value => new ImportChunk(value.ToString("x2", CultureInfo.InvariantCulture))),
        };

    /// <summary>The chunk that is worked on after this one; null at the end of its lane.</summary>
    public ImportChunk? Next(int number, int lanes)
    {
        var next = Prefix.Length is 0 ? number : int.Parse(Prefix, NumberStyles.HexNumber, CultureInfo.InvariantCulture) + lanes;
        return next < number ? Of(number).ElementAt(next) : null;
    }

    public override string ToString() => Prefix;
}
