namespace Alleviation.Load;

/// <summary>A run that cannot go on: the service or the emulator does not do what is measured.</summary>
public sealed class LoadException(string message) : Exception(message);
