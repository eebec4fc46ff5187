namespace Alleviation.Functions.Platform.Sheets;

/// <summary>Why a file cannot be read as a list, whatever its cells say.</summary>
public enum SheetFault
{
    /// <summary>The file is empty.</summary>
    Empty,

    /// <summary>Neither text nor a workbook.</summary>
    NotAList,

    /// <summary>A workbook that a password closes, or one in the format of before 2007: both are compound files.</summary>
    EncryptedOrOldWorkbook,

    /// <summary>It begins like a workbook, but it cannot be opened as one.</summary>
    BrokenWorkbook,

    /// <summary>Unpacked it would be far larger than any list, or it has more merged cells than any.</summary>
    WorkbookTooLarge,

    /// <summary>A quotation mark opens and never closes.</summary>
    BrokenQuotes,

    TooManyRows,
    TooManyColumns,

    /// <summary>More bytes than may be sent.</summary>
    TooLarge,
}

/// <param name="line">The row that it was noticed at.</param>
public sealed class SheetFileException(SheetFault fault, int? line = null, Exception? cause = null)
    : Exception($"The file cannot be taken: {fault}.", cause)
{
    public SheetFault Fault { get; } = fault;

    public int? Line { get; } = line;

    /// <summary>The code of the text that tells people.</summary>
    public string Code =>
        Fault switch
        {
            SheetFault.Empty => "import-empty",
            SheetFault.NotAList => "import-not-a-list",
            SheetFault.EncryptedOrOldWorkbook => "import-workbook-closed",
            SheetFault.BrokenWorkbook => "import-workbook-broken",
            SheetFault.WorkbookTooLarge => "import-workbook-too-large",
            SheetFault.TooManyRows => "import-too-many-rows",
            SheetFault.TooManyColumns => "import-too-many-columns",
            SheetFault.TooLarge => "too-large",
            _ => "import-quotes",
        };
}
