namespace Alleviation.Functions.Platform.Http;

/// <summary>One page of a list; no cursor on the last.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Cursor);
