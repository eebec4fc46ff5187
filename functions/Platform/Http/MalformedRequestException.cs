using Microsoft.AspNetCore.Http;

namespace Alleviation.Functions.Platform.Http;

/// <summary>A request that cannot be read at all. Carries where it breaks, never what stood there.</summary>
public sealed class MalformedRequestException(int status, string code, string field = "", params object[] arguments)
    : Exception($"The request cannot be read ({code}).")
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public string Field { get; } = field;

    public IReadOnlyList<object> Arguments { get; } = arguments;

    public static MalformedRequestException At(string field) => new(StatusCodes.Status400BadRequest, "malformed", field);
}
