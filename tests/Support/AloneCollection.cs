namespace Alleviation.Tests.Support;

/// <summary>Tests that measure the process, or listen to all of it: one at a time, and none beside others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
