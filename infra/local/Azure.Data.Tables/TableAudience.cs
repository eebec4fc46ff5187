namespace Azure.Data.Tables;

/// <summary>Whose tokens the service takes: the name of a cloud, or the address of a resource.</summary>
public readonly struct TableAudience : IEquatable<TableAudience>
{
    private readonly string? _value;

    public TableAudience(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value;
    }

    public static TableAudience AzureChina { get; } = new("AzureChina");

    public static TableAudience AzureGovernment { get; } = new("AzureGov");

    public static TableAudience AzurePublicCloud { get; } = new("AzurePublic");

    internal string Scope
    {
        get
        {
            var resource = _value switch
            {
                null or "AzurePublic" => "https://storage.azure.com",
                "AzureChina" => "https://storage.azure.cn",
                "AzureGov" => "https://storage.azure.us",
                _ => _value,
            };
            return resource.EndsWith("/.default", StringComparison.OrdinalIgnoreCase) ? resource : $"{resource.TrimEnd('/')}/.default";
        }
    }

    public static implicit operator TableAudience(string value) => new(value);

    public static bool operator ==(TableAudience left, TableAudience right) => left.Equals(right);

    public static bool operator !=(TableAudience left, TableAudience right) => !left.Equals(right);

    public bool Equals(TableAudience other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is TableAudience other && Equals(other);

    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value ?? "";
}
