using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Local.Functions;

namespace Microsoft.Azure.Functions.Worker.Local.Http;

/// <summary>Turns a route value into the type of the parameter that has its name.</summary>
internal static class RouteValue
{
    private static readonly Dictionary<Type, Func<string, object>> Conversions = new()
    {
        [typeof(string)] = text => text,
        [typeof(int)] = text => int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture),
        [typeof(long)] = text => long.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture),
        [typeof(double)] = text => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        [typeof(decimal)] = text => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture),
        [typeof(bool)] = text => bool.Parse(text),
        [typeof(Guid)] = text => Guid.Parse(text),
        [typeof(DateTime)] = text => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal),
        [typeof(DateTimeOffset)] = text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
    };

    /// <summary>Null if there is no way to that type.</summary>
    public static Func<LocalFunctionContext, object?>? BinderFor(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (!Conversions.TryGetValue(type, out var convert)) { return null; }
        var (name, otherwise) = (parameter.Name!, parameter.HasDefaultValue ? parameter.DefaultValue : null);
        return context => Text(context, name) is { } text ? Convert(convert, text) : otherwise;
    }

    private static string? Text(LocalFunctionContext context, string name) =>
        System.Convert.ToString(((HttpContext)context.Trigger).Request.RouteValues[name], CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    private static object Convert(Func<string, object> convert, string text)
    {
        try
        {
            return convert(text);
        }
        catch (Exception unfit) when (unfit is FormatException or OverflowException)
        {
            throw new RouteValueException(unfit);
        }
    }
}
