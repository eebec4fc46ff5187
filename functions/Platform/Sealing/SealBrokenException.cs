namespace Alleviation.Functions.Platform.Sealing;

/// <summary>A sealed value that was tampered with, belongs elsewhere, or whose key is not on the ring.</summary>
public sealed class SealBrokenException(string reason, Exception? inner = null) : Exception(reason, inner);
