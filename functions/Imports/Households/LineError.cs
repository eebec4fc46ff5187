using System.Text.Json.Serialization;

namespace Alleviation.Functions.Imports.Households;

/// <summary>What is wrong with a line.</summary>
/// <param name="Line">The row's number as a spreadsheet shows it.</param>
/// <param name="Column">The column's name; null where the line or its household as a whole is meant.</param>
/// <param name="Field">The field of the enrolment that the column stands for, such as <c>members[2].idNumber</c>.</param>
/// <param name="Code">The code of the text that says why.</param>
public sealed record LineError(
    [property: JsonPropertyName("l")] int Line,
    [property: JsonPropertyName("c")] string? Column,
    [property: JsonPropertyName("f")] string Field,
    [property: JsonPropertyName("e")] string Code,
    [property: JsonPropertyName("a")] IReadOnlyList<string> Arguments);
