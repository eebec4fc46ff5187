using Alleviation.Functions.Households;
using Alleviation.Functions.Worklists;

namespace Alleviation.Tests.Support;

/// <summary>Whole lists, page after page, as somebody reads them to the end.</summary>
internal static class WorklistReading
{
    private const int Size = 50;

    public static WorklistOwner OwnerOf(string physicianId, DateTimeOffset at = default)
    {
        Assert.True(PhysicianId.TryParse(physicianId, out var id));
        return new WorklistOwner(id, Region: null, at);
    }

    public static WorklistOwner OfRegion(string region) => new(PhysicianId: null, region, At: default);

    public static async Task<IReadOnlyList<WorklistLine>> AllAsync(
        this ListWorklistHandler list,
        WorklistOwner owner,
        WorklistFilter? filter = null
    )
    {
        var lines = new List<WorklistLine>();
        string? after = null;
        do
        {
            var page = await list.HandleAsync(owner, filter ?? new WorklistFilter(), after, Size, CancellationToken.None);
            lines.AddRange(page.Items);
            after = page.Last;
        } while (after is not null);
        return lines;
    }

    public static async Task<IReadOnlyList<WorklistItem>> AllAsync(this WorklistTable table, WorklistOwner owner)
    {
        var all = new List<WorklistItem>();
        string? after = null;
        do
        {
            var (items, last) = await table.PageAsync(
                owner,
                WorklistRange.Whole,
                new WorklistFilter(),
                after,
                Size,
                CancellationToken.None
            );
            all.AddRange(items);
            after = last;
        } while (after is not null);
        return all;
    }

    /// <summary>The households that the physician is responsible for.</summary>
    public static async Task<IReadOnlyList<ListedHousehold>> PanelAsync(this WorklistTable table, string physicianId) =>
        [.. (await table.ListHouseholdsAsync(physicianId, CancellationToken.None)).Where(household => household.IsOnPanel)];
}
