namespace Alleviation.Functions.Imports.Reading;

/// <summary>
/// What a person decided about a sheet's columns: the import column that each is used for, by place. What is not named is not used.
/// </summary>
public sealed record SheetChoice(int Place, IReadOnlyDictionary<int, string> Uses);

/// <summary>What a person decided about a file.</summary>
/// <param name="Sheets">The sheets to be used; the others are left out.</param>
/// <param name="Values">The same for every line, by import column.</param>
public sealed record FileChoice(IReadOnlyList<SheetChoice> Sheets, IReadOnlyDictionary<string, string> Values);

/// <summary>What an account chose for the last file with the same headings.</summary>
public sealed record RememberedChoice(IReadOnlyDictionary<int, string> Uses, IReadOnlyDictionary<string, string> Values);
