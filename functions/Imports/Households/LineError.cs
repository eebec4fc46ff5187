using System.Text.Json.Serialization;
using Alleviation.Functions.Imports.Files;

namespace Alleviation.Functions.Imports.Households;

/// <summary>What is wrong with a line.</summary>
/// <param name="Line">The row's number as a spreadsheet shows it.</param>
/// <param name="Column">The column's name; null where the line or its household as a whole is meant.</param>
/// <param name="Field">The field of the enrolment that the column stands for, such as <c>members[2].idNumber</c>.</param>
/// <param name="Code">The code of the text that says why.</param>
/// <param name="Place">The place of its sheet in the file.</param>
/// <param name="List">The code list of what would be accepted; <see cref="Regions"/> for regions.</param>
/// <param name="Choices">The codes that would be accepted.</param>
public sealed record LineError(
    [property: JsonPropertyName("l")] int Line,
    [property: JsonPropertyName("c")] string? Column,
    [property: JsonPropertyName("f")] string Field,
    [property: JsonPropertyName("e")] string Code,
    [property: JsonPropertyName("a")] IReadOnlyList<string> Arguments,
    [property: JsonPropertyName("p")] int Place = 0,
    [property: JsonPropertyName("k")] string? List = null,
    [property: JsonPropertyName("o")] IReadOnlyList<string>? Choices = null
)
{
    public const string Regions = "regions";

    public bool IsOf(ImportLine line) => line.Number == Line && line.Place == Place;
}
