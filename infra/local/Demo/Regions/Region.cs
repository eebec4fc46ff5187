namespace Alleviation.Demo.Regions;

/// <param name="Code">GB/T 2260: province 2 digits, city 4, county 6, township 9, village 12.</param>
public sealed record Region(string Code, string Level, string Name, string Parent);
