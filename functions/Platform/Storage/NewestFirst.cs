using System.Globalization;

namespace Alleviation.Functions.Platform.Storage;

/// <summary>A moment as part of a key: the later, the earlier it sorts, so that the newest are read without the rest.</summary>
public static class NewestFirst
{
    private static readonly long Last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public static string Key(DateTimeOffset moment) =>
        (Last - moment.ToUnixTimeMilliseconds()).ToString("D15", CultureInfo.InvariantCulture);
}
