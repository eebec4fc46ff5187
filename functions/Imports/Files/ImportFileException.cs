namespace Alleviation.Functions.Imports.Files;

/// <summary>The file as a whole cannot be taken, whatever its lines say.</summary>
public sealed class ImportFileException(
    ImportFileFault fault,
    IReadOnlyList<ImportColumn>? columns = null,
    int? line = null,
    Exception? cause = null
) : Exception($"The file cannot be taken: {fault}.", cause)
{
    public ImportFileFault Fault { get; } = fault;

    public IReadOnlyList<ImportColumn> Columns { get; } = columns ?? [];

    public int? Line { get; } = line;
}
