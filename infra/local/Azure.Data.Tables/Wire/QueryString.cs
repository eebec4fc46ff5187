using System.Globalization;
using System.Text;

namespace Azure.Data.Tables.Wire;

internal sealed class QueryString(string path)
{
    private readonly StringBuilder _text = new(path);
    private char _separator = '?';

    public QueryString With(string name, string? value)
    {
        if (value is null) { return this; }
        _text.Append(_separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
        _separator = '&';
        return this;
    }

    public QueryString With(string name, int? value) => With(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>A list of properties; an empty one asks for all.</summary>
    public QueryString With(string name, IEnumerable<string>? values) =>
        With(name, values is null ? null : string.Join(',', values) is { Length: > 0 } list ? list : null);

    public override string ToString() => _text.ToString();
}
