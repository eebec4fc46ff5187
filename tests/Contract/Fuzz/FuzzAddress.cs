using Microsoft.OpenApi;

namespace Alleviation.Tests.Contract.Fuzz;

/// <summary>Addresses that are nearly right, and some that are far from it.</summary>
internal static class FuzzAddress
{
    private static readonly string[] Broken =
    [
        "%",
        "%zz",
        "%c3%28",
        "%00",
        "%0a",
        "%2F",
        "%5C",
        "%25",
        "..%2f..",
        "%u0041",
        "a%20b",
        "%ff",
    ];

    public static string Query(ApiOperation operation, FuzzScene scene, Random random)
    {
        var parts = new List<string>();
        foreach (var parameter in operation.ParametersIn(ParameterLocation.Query))
        {
            var value = random.Next(6) switch
            {
                0 => null,
                1 or 2 => parameter.Name is "cursor" ? ForgedCursor.Any(random) : NastyText.Any(random),
                _ => scene.Valid(parameter.Name!, random),
            };
            if (value is not null)
            {
                parts.Add($"{parameter.Name}={Uri.EscapeDataString(value)}");
            }
            if (random.Next(20) is 0)
            {
                parts.Add($"{parameter.Name}={Broken[random.Next(Broken.Length)]}");
            }
        }

        if (random.Next(20) is 0)
        {
            parts.Add($"{Uri.EscapeDataString(NastyText.Any(random))}={Uri.EscapeDataString(NastyText.Any(random))}");
        }
        if (random.Next(200) is 0)
        {
            parts.Add("x=" + new string('y', random.Next(10_000)));
        }
        return parts.Count is 0 ? "" : "?" + string.Join('&', parts);
    }

    public static string NastySegment(Random random) =>
        random.Next(3) is 0 ? Broken[random.Next(Broken.Length)] : Uri.EscapeDataString(NastyText.Any(random));

    public static string NastyPath(Random random) =>
        random.Next(4) switch
        {
            0 => "/",
            1 => "/" + NastySegment(random),
            2 => "/" + new string('a', random.Next(10_000)),
            _ => "/../" + NastySegment(random),
        };
}
