namespace Alleviation.Functions.Platform.Sheets;

/// <summary>A row as the file has it.</summary>
/// <param name="Number">The row's number as a spreadsheet shows it: the first is 1.</param>
/// <param name="Cells">By column, the first being 0. An error reads as a spreadsheet shows it (#REF!), a formula without a value as its own
/// text (=A1).</param>
/// <param name="IsHidden">By a filter or by hand: whoever looks at the sheet does not see it.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string?> Cells, bool IsHidden = false);
