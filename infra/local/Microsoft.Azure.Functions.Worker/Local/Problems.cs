namespace Microsoft.Azure.Functions.Worker.Local;

/// <summary>What keeps the host from starting, gathered so that all of it is told at once.</summary>
internal sealed class Problems
{
    private readonly List<string> _found = [];

    public void Add(string problem) => _found.Add(problem);

    public void Refuse()
    {
        if (_found.Count == 0) { return; }
        throw new InvalidOperationException($"The host does not start:{string.Concat(_found.Select(problem => $"{Environment.NewLine}- {problem}"))}");
    }
}
