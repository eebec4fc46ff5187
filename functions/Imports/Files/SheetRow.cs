namespace Alleviation.Functions.Imports.Files;

/// <summary>A row as the file has it.</summary>
/// <param name="Sheet">The sheet's place in the workbook; 0 in a CSV.</param>
/// <param name="Number">The row's number as a spreadsheet shows it: the first is 1.</param>
public sealed record SheetRow(int Sheet, int Number, IReadOnlyList<string?> Cells);
