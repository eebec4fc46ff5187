using System.Globalization;
using Alleviation.Tests.Support;
using Azure.Data.Tables;

namespace Alleviation.Tests.Local.Tables;

/// <summary>A fresh, empty table. All of them share one account of the emulator.</summary>
internal static class TestTable
{
    private static readonly Lazy<Task<StorageAccount>> Account = new(Azurite.NewAccountAsync);
    private static int _count;

    public static async Task<TableClient> NewAsync()
    {
        var account = await Account.Value;
        var table = new TableClient(account.ConnectionString, string.Create(CultureInfo.InvariantCulture, $"Rows{Interlocked.Increment(ref _count)}"));
        await table.CreateAsync();
        return table;
    }

    /// <summary>The same table reached in another way.</summary>
    public static async Task<TableClient> ThroughAsync(TableClient table, TableClientOptions options) =>
        new((await Account.Value).ConnectionString, table.Name, options);
}
