using System.ComponentModel.DataAnnotations;

namespace Alleviation.Functions.Imports;

/// <summary>Section "Imports".</summary>
public sealed class ImportOptions
{
    public const string Section = "Imports";

    /// <summary>100 MB: a county's list of 100,000 lines is a quarter of that.</summary>
    [Range(1, 1L << 31)]
    public long LargestUpload { get; init; } = 100L << 20;

    /// <summary>The strings of a workbook are held in memory while it is read: 100,000 lines have about 30 MB of them.</summary>
    [Range(1, 1L << 31)]
    public long LargestSharedStrings { get; init; } = 96L << 20;

    /// <summary>What a workbook may unpack to, so that a small archive cannot keep the host busy for hours.</summary>
    [Range(1, 1L << 40)]
    public long LargestUnpacked { get; init; } = 1L << 30;

    /// <summary>Over all chunks of this host, so that an import leaves room for the people at the doors.</summary>
    [Range(1, 256)]
    public int HouseholdsAtOnce { get; init; } = 8;
}
