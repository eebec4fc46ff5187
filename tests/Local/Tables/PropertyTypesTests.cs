using System.Reflection;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Tests.Local.Tables;

public sealed class PropertyTypesTests
{
    [Fact]
    public async Task EveryPropertyType_RoundTrips()
    {
        var table = await TestTable.NewAsync();
        var row = EverythingRow.Full();
        await table.AddEntityAsync(row);

        EverythingRow read = await table.GetEntityAsync<EverythingRow>(row.PartitionKey, row.RowKey);

        foreach (var property in typeof(EverythingRow).GetProperties().Where(property => !IsTheServices(property)))
        {
            var (expected, actual) = (property.GetValue(row), property.GetValue(read));
            if (expected is BinaryData data) { Assert.Equal(data.ToArray(), Assert.IsType<BinaryData>(actual).ToArray()); }
            else { Assert.Equal(expected, actual); }
        }

        Assert.Null(read.Ignored);
        Assert.NotEqual(default, read.ETag);
        Assert.NotNull(read.Timestamp);
        Assert.Equal((DateTimeKind.Utc, TimeSpan.Zero), (read.Time.Kind, read.Moment.Offset));
    }

    [Fact]
    public async Task EveryPropertyType_IsStoredUnderItsNameAndType()
    {
        var table = await TestTable.NewAsync();
        await table.AddEntityAsync(EverythingRow.Full());

        TableEntity read = await table.GetEntityAsync<TableEntity>("partition", "row");

        Assert.Equal(int.MinValue, read["Number"]);
        Assert.Equal(long.MinValue, read["Long"]);
        Assert.Equal(37.0, Assert.IsType<double>(read["Double"]));
        Assert.IsType<DateTimeOffset>(read["Time"]);
        Assert.IsType<Guid>(read["Id"]);
        Assert.IsType<byte[]>(read["Bytes"]);
        Assert.Equal("LateSummer", read["Season"]);
        Assert.Equal("by another name", read["renamed"]);
        Assert.False(read.ContainsKey("Named") || read.ContainsKey("Ignored"));
        Assert.EndsWith("!", read.GetString("Computed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NullProperties_AreLeftOut()
    {
        var table = await TestTable.NewAsync();
        await table.AddEntityAsync(new EverythingRow());

        TableEntity stored = await table.GetEntityAsync<TableEntity>("partition", "row");
        EverythingRow read = await table.GetEntityAsync<EverythingRow>("partition", "row");

        Assert.DoesNotContain(stored.Keys, key => key is "Text" or "Bytes" or "Data" or "renamed" || key.StartsWith("Maybe", StringComparison.Ordinal));
        Assert.Equal((null, null, null, null), (read.Text, read.MaybeLong, read.MaybeSeason, read.Bytes));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    public async Task UnusualDouble_RoundTrips(double number)
    {
        var table = await TestTable.NewAsync();
        await table.AddEntityAsync(new EverythingRow { Double = number });

        EverythingRow read = await table.GetEntityAsync<EverythingRow>("partition", "row");

        Assert.Equal(number, read.Double);
    }

    [Fact]
    public async Task LocalTime_IsRefused()
    {
        var table = await TestTable.NewAsync();
        var row = new EverythingRow { Time = new DateTime(2026, 11, 22, 8, 30, 0, DateTimeKind.Local) };

        await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(row));
    }

    [Fact]
    public async Task ForgottenTime_IsRefusedAsTheServiceWould()
    {
        var table = await TestTable.NewAsync();

        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new EverythingRow { Moment = default }));

        Assert.Equal((400, "OutOfRangeInput"), (fault.Status, fault.ErrorCode));
    }

    [Fact]
    public async Task TypeThatStorageDoesNotHold_IsRefusedByName()
    {
        var table = await TestTable.NewAsync();

        var refusal = await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(new BirthRow { BornOn = new DateOnly(1950, 1, 1) }));

        Assert.Contains("BirthRow.BornOn", refusal.Message, StringComparison.Ordinal);
    }

    private static bool IsTheServices(PropertyInfo property) =>
        property.Name is nameof(EverythingRow.Timestamp) or nameof(EverythingRow.ETag) or nameof(EverythingRow.Ignored);

    private sealed class BirthRow : ITableEntity
    {
        public string PartitionKey { get; set; } = "partition";

        public string RowKey { get; set; } = "row";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public DateOnly BornOn { get; set; }
    }
}
