namespace Alleviation.Functions.Imports.Files;

/// <summary>A column of the registry list.</summary>
/// <param name="Name">The English heading, and the name that a refusal gives for the column.</param>
/// <param name="Chinese">The Chinese heading.</param>
/// <param name="OfHousehold">The same on every line of the household, so that it may be left out after the first.</param>
/// <param name="OtherHeadings">What people's own lists call it.</param>
public sealed record ImportColumn(string Name, string Chinese, bool OfHousehold, IReadOnlyList<string> OtherHeadings)
{
    /// <summary>Words of people, where full-width punctuation belongs to the text.</summary>
    public bool FreeText { get; init; }

    public string Heading(bool chinese) => chinese ? Chinese : Name;

    public override string ToString() => Name;
}
