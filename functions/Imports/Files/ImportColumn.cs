namespace Alleviation.Functions.Imports.Files;

/// <summary>A column of a list that is imported. What people's own lists call it stands in seeds/imports/headings.json.</summary>
/// <param name="Name">The English heading, and the name that a refusal gives for the column.</param>
/// <param name="Chinese">The Chinese heading.</param>
/// <param name="OfHousehold">The same on every line of the household, so that it may be left out after the first.</param>
public sealed record ImportColumn(string Name, string Chinese, bool OfHousehold)
{
    /// <summary>Words of people, where full-width punctuation belongs to the text.</summary>
    public bool FreeText { get; init; }

    /// <summary>Read from people's own lists; the template has another column for the same.</summary>
    public bool IsOther { get; init; }

    public string Heading(bool chinese) => chinese ? Chinese : Name;

    public override string ToString() => Name;
}
