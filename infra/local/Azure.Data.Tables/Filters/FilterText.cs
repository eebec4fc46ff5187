using System.Globalization;

namespace Azure.Data.Tables.Filters;

internal static class FilterText
{
    /// <summary>The filter with each value in place as a literal, so that no value can become part of the filter's grammar.</summary>
    public static string Of(FormattableString filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var literals = new object[filter.ArgumentCount];
        for (var i = 0; i < literals.Length; i++) { literals[i] = ODataLiteral.Of(filter.GetArgument(i)); }
        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }
}
