namespace Alleviation.Functions.Platform.Queues;

/// <summary>What travels through a queue: a named, versioned pointer to rows.</summary>
public interface IMessage
{
    static abstract string Name { get; }

    static abstract int Version { get; }

    /// <summary>The queue that it is sent to.</summary>
    static abstract string Queue { get; }
}
