using System.Globalization;

namespace Alleviation.Tests.Support;

/// <summary>How long a random test is: short in every run, long with <c>./test.sh --long</c>, which sets the variables.</summary>
public static class RandomPart
{
    public static int Of(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
            ? wanted
            : usual;
}
