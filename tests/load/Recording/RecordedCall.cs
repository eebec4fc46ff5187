namespace Alleviation.Load.Recording;

/// <summary>One call as it went over the wire, and how it was answered.</summary>
/// <param name="Target">Path and query, as they were escaped.</param>
/// <param name="Headers">Without what signs the call and what belongs to its connection.</param>
internal sealed record RecordedCall(
    bool IsQueue,
    string Method,
    string Target,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    string Body,
    int Status,
    string Answer
)
{
    public bool Is(string method, string part) => Method == method && Target.Contains(part, StringComparison.Ordinal);
}
