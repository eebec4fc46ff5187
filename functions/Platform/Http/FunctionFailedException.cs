namespace Alleviation.Functions.Platform.Http;

/// <summary>What the host is told of a fault: the kinds of the exceptions and where they were thrown, without their messages.</summary>
public sealed class FunctionFailedException(string trace) : Exception(trace);
