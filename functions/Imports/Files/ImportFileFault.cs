namespace Alleviation.Functions.Imports.Files;

/// <summary>Why a file cannot be taken.</summary>
public enum ImportFileFault
{
    /// <summary>Not a byte in it.</summary>
    Empty,

    /// <summary>Neither text nor a workbook.</summary>
    NotAList,

    /// <summary>A workbook that a password closes, or one in the format of before 2007: both are compound files.</summary>
    EncryptedOrOldWorkbook,

    /// <summary>It begins like a workbook, but it cannot be opened as one.</summary>
    BrokenWorkbook,

    /// <summary>Unpacked it would be far larger than any list.</summary>
    WorkbookTooLarge,

    /// <summary>A quotation mark opens and never closes.</summary>
    BrokenQuotes,

    /// <summary>None of the first rows names known columns.</summary>
    NoHeadings,

    MissingColumns,

    /// <summary>One column stands in the heading row twice.</summary>
    ColumnTwice,

    /// <summary>Nothing below the headings.</summary>
    NoLines,
}
