namespace Alleviation.Tests.Reliability;

/// <summary>Tests that load the emulator heavily, or measure the process: one at a time, and none beside others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class StormCollection
{
    public const string Name = "storms";
}
