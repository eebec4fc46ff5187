using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Households;

namespace Alleviation.Functions.Imports.Lines;

/// <summary>A line of a refused household, with what is wrong with it or with its household.</summary>
public sealed record RefusedLine(ImportLine Line, IReadOnlyList<LineError> Errors);
