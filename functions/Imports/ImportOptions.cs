using System.ComponentModel.DataAnnotations;
using Alleviation.Functions.Platform.Sheets;

namespace Alleviation.Functions.Imports;

/// <summary>Section "Imports".</summary>
public sealed class ImportOptions
{
    public const string Section = "Imports";

    /// <summary>100 MB: a county's list of 100,000 lines is a quarter of that.</summary>
    [Range(1, 1L << 31)]
    public long LargestUpload { get; init; } = 100L << 20;

    /// <summary>The texts of a workbook are held in memory while it is read: 100,000 lines have about 30 MB of them.</summary>
    [Range(1, 1L << 31)]
    public long LargestSharedStrings { get; init; } = 64L << 20;

    /// <summary>What a workbook may unpack to, so that a small archive cannot keep the host busy for hours.</summary>
    [Range(1, 1L << 40)]
    public long LargestUnpacked { get; init; } = 1L << 30;

    /// <summary>A county's list has 100,000 lines.</summary>
    [Range(1, 1_048_576)]
    public int MaxRows { get; init; } = 300_000;

    /// <summary>The widest lists of bureaus have some hundred columns.</summary>
    [Range(1, 16_384)]
    public int MaxColumns { get; init; } = 256;

    /// <summary>Merged ranges of a sheet: ten for each of 30,000 households.</summary>
    [Range(1, 1_000_000)]
    public int MaxMerged { get; init; } = 300_000;

    /// <summary>Of one account: a second window is allowed, a flood is not.</summary>
    [Range(1, 64)]
    public int UploadsPerAccount { get; init; } = 2;

    /// <summary>Of a host: slow uploads must leave room for the people who use the service meanwhile.</summary>
    [Range(1, 256)]
    public int UploadsAtOnce { get; init; } = 8;

    /// <summary>100 MB by a village's line take ten minutes; what takes longer is not coming.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan MaxUpload { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Over all chunks of this host, so that an import leaves room for the people who use the service meanwhile.</summary>
    [Range(1, 256)]
    public int HouseholdsAtOnce { get; init; } = 8;

    public SheetLimits ToLimits() => new(LargestUpload, LargestUnpacked, LargestSharedStrings, MaxRows, MaxColumns, MaxMerged);
}
