namespace Alleviation.Demo;

/// <summary>Something that the person at the console can do something about; shown without a stack.</summary>
public sealed class DemoException(string message) : Exception(message);
