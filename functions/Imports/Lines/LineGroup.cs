using Alleviation.Functions.Imports.Files;

namespace Alleviation.Functions.Imports.Lines;

/// <summary>The lines of one household, or as many of them as fit.</summary>
/// <param name="IsWhole">False for the parts of a household with more lines than any has: a column filled with one value, say.</param>
/// <param name="IsFirst">False for all parts but one.</param>
public sealed record LineGroup(IReadOnlyList<ImportLine> Lines, bool IsFirst, bool IsWhole);
