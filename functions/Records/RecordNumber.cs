using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Alleviation.Functions.Records;

/// <summary>
/// 居民健康档案编码, 17 digits: 6 county, 3 township, 3 village, 5 sequence within the village (national basic public health service
/// specification, 3rd ed., 2017). Assigned once, never reused.
/// </summary>
public readonly record struct RecordNumber(string VillageCode, int Sequence)
{
    public const int MaxSequence = 99_999;
    private const int VillageLength = 12;
    private const int Length = 17;

    public string SequenceText => Sequence.ToString("D5", CultureInfo.InvariantCulture);

    public static bool TryParse([NotNullWhen(true)] string? text, out RecordNumber number)
    {
        number = default;
        if (text is not { Length: Length } || !text.All(char.IsAsciiDigit))
        {
            return false;
        }
        number = new RecordNumber(text[..VillageLength], int.Parse(text.AsSpan(VillageLength), CultureInfo.InvariantCulture));
        return true;
    }

    public override string ToString() => VillageCode + SequenceText;
}
