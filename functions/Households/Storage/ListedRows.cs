using Azure.Data.Tables;

namespace Alleviation.Functions.Households.Storage;

/// <summary>What one list is to show of a household: its rows in one partition of a view, which are made when they are written.</summary>
public sealed class ListedRows
{
    private readonly ViewRows _view;

    /// <param name="guard">Partition and key of the row that guards the others.</param>
    /// <param name="lines">Keys of the lines.</param>
    /// <param name="content">Fingerprint of all that is written but the version.</param>
    /// <param name="write">Makes the row that guards, but for the columns that <see cref="ViewRows"/> keeps itself, and all lines.</param>
    internal ListedRows(
        ViewRows view,
        (string Partition, string Key) guard,
        Household household,
        IEnumerable<string> lines,
        string content,
        Func<(TableEntity Guard, IReadOnlyList<TableEntity> Lines)> write
    )
    {
        (_view, Guard, Write) = (view, guard, write);
        Shown = new ProjectedList(household.VillageCode, household.Version, content, [.. lines.Select(ViewKeys.PlaceOf)]);
    }

    /// <summary>What is shown once they are written.</summary>
    public ProjectedList Shown { get; }

    internal (string Partition, string Key) Guard { get; }

    internal Func<(TableEntity Guard, IReadOnlyList<TableEntity> Lines)> Write { get; }

    /// <param name="known">What is shown, as far as one knows; null where nothing is.</param>
    /// <returns>False when a newer version is shown.</returns>
    public Task<bool> ShowAsync(ProjectedList? known, CancellationToken cancellationToken) =>
        _view.ShowAsync(this, known, cancellationToken);

    /// <summary>Whether that is shown, or something newer: read where it stands.</summary>
    public Task<bool> AreShownAsync(CancellationToken cancellationToken) => _view.ShowsAsync(this, cancellationToken);
}

/// <summary>Lines for a partition that another writes the guard of.</summary>
/// <param name="Content">Fingerprint of what is written.</param>
public sealed record ViewLines(string Content, IReadOnlyList<string> Keys, Func<IReadOnlyList<TableEntity>> Write)
{
    public static ViewLines None { get; } = new("", [], () => []);
}
