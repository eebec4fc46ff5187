namespace Alleviation.Functions.Platform.Sheets;

/// <summary>What a file may have. All of it is held against the file while it is read, before anything is kept of it.</summary>
/// <param name="MaxBytes">As it is sent.</param>
/// <param name="LargestUnpacked">Of a workbook, in bytes of all its parts.</param>
/// <param name="LargestSharedStrings">Of a workbook's texts, which are the only part held in memory.</param>
/// <param name="MaxMerged">Merged ranges of a sheet.</param>
public sealed record SheetLimits(long MaxBytes, long LargestUnpacked, long LargestSharedStrings, int MaxRows, int MaxColumns, int MaxMerged)
{
    /// <summary>Workbooks of real lists unpack to five to thirty times their size; more means an archive made to overload us.</summary>
    public const int MaxTimes = 100;

    /// <summary>In bytes: the compression ratio of smaller files is not checked.</summary>
    public const long FewUnpacked = 8L << 20;
}
