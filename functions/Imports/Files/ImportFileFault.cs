namespace Alleviation.Functions.Imports.Files;

/// <summary>Why a file that can be read is no registry list.</summary>
public enum ImportFileFault
{
    /// <summary>None of the first rows of any sheet names known columns.</summary>
    NoHeadings,

    /// <summary>No line below the headings.</summary>
    NoLines,
}
