namespace Alleviation.Functions.Platform.Http;

/// <summary>Something that the service needs does not answer: 503, and the client tries again.</summary>
public sealed class DependencyDownException(string dependency, Exception? inner = null)
    : Exception($"No answer from the {dependency}.", inner);
