using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Local.Settings;

internal sealed class SettingReader(IConfiguration configuration, Problems problems)
{
    public string? Text(string key) => configuration[key];

    public long Number(string key, long otherwise, long least, long most)
    {
        if (configuration[key] is not { } text) { return otherwise; }
        if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) { return number; }
        problems.Add($"'{key}' is '{text}', which is not a number from {least} to {most}.");
        return otherwise;
    }

    public TimeSpan Time(string key, TimeSpan otherwise, TimeSpan least)
    {
        if (configuration[key] is not { } text) { return otherwise; }
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time >= least) { return time; }
        problems.Add($"'{key}' is '{text}', which is not a time of at least {least:c}.");
        return otherwise;
    }

    public void Complain(string problem) => problems.Add(problem);
}
