namespace Alleviation.Functions.ReferenceData;

/// <summary>A mistake in the seeds, for whoever edits them.</summary>
/// <param name="File">Relative to the seeds, parted by slashes.</param>
/// <param name="Path">Where in the document: <c>sections[0].fields[2].reading</c>; counted from 0; empty for the whole.</param>
/// <param name="Line">Counted from 1; null where it is about the whole file.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
public sealed record SeedFault(string File, string Path, int? Line, string Message)
{
    public override string ToString() =>
        $"seeds/{File}{(Line is { } line ? $", line {line}" : "")}{(Path.Length > 0 ? $", {Path}" : "")}: {Message}";
}
