using Azure.Data.Tables;

namespace Alleviation.Tests.Local.Tables;

public sealed class FilterTests
{
    [Fact]
    public void Values_BecomeLiterals()
    {
        var id = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e");
        var moment = new DateTimeOffset(2026, 11, 22, 16, 30, 0, TimeSpan.FromHours(8));
        byte[] bytes = [1, 254];

        Assert.Equal("A eq 'o''brien'' or 1 eq 1'", TableClient.CreateQueryFilter($"A eq {"o'brien' or 1 eq 1"}"));
        Assert.Equal("A eq true and B eq -5", TableClient.CreateQueryFilter($"A eq {true} and B eq {-5}"));
        Assert.Equal("A eq 5L", TableClient.CreateQueryFilter($"A eq {5L}"));
        Assert.Equal("A eq 5.0 or A eq 0.25 or A eq 1E+30", TableClient.CreateQueryFilter($"A eq {5.0} or A eq {0.25} or A eq {1e30}"));
        Assert.Equal("A ge datetime'2026-11-22T08:30:00.0000000Z'", TableClient.CreateQueryFilter($"A ge {moment}"));
        Assert.Equal("A ge datetime'2026-11-22T08:30:00.0000000Z'", TableClient.CreateQueryFilter($"A ge {moment.UtcDateTime}"));
        Assert.Equal($"A eq guid'{id}'", TableClient.CreateQueryFilter($"A eq {id}"));
        Assert.Equal("A eq X'01fe'", TableClient.CreateQueryFilter($"A eq {bytes}"));
    }

    [Fact]
    public void ValueWithoutLiteral_IsRefused() =>
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {new DateOnly(2026, 11, 22)}"));

    [Fact]
    public void Conditions_BecomeFilters()
    {
        var (village, moment) = ("o'brien", DateTimeOffset.UnixEpoch);

        Assert.Equal(
            "(PartitionKey eq 'o''brien') and (RowKey ge 'a')",
            TableClient.CreateQueryFilter<EverythingRow>(row => row.PartitionKey == village && row.RowKey.CompareTo("a") >= 0));
        Assert.Equal("(Truth eq true) or (not (Number lt 5))", TableClient.CreateQueryFilter<EverythingRow>(row => row.Truth || !(row.Number < 5)));
        Assert.Equal("renamed ne 'x'", TableClient.CreateQueryFilter<EverythingRow>(row => "x" != row.Named));
        Assert.Equal("MaybeLong gt 5L", TableClient.CreateQueryFilter<EverythingRow>(row => 5L < row.MaybeLong));
        Assert.Equal("Moment eq datetime'1970-01-01T00:00:00.0000000Z'", TableClient.CreateQueryFilter<EverythingRow>(row => row.Moment == moment));
        Assert.Equal("Age gt 64", TableClient.CreateQueryFilter<TableEntity>(row => row.GetInt32("Age") > 64));
        Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter<EverythingRow>(row => row.RowKey.Length == 3));
    }

    [Fact]
    public async Task EveryLiteral_FindsItsRow()
    {
        var table = await TestTable.NewAsync();
        var row = EverythingRow.Full();
        await table.AddEntityAsync(row);
        await table.AddEntityAsync(new EverythingRow { RowKey = "another" });
        string[] filters =
        [
            TableClient.CreateQueryFilter($"Truth eq {row.Truth}"),
            TableClient.CreateQueryFilter($"Number eq {row.Number}"),
            TableClient.CreateQueryFilter($"MaybeLong eq {row.MaybeLong}"),
            TableClient.CreateQueryFilter($"Double ge {36.5} and Double lt {37.5}"),
            TableClient.CreateQueryFilter($"Time eq {row.Time}"),
            TableClient.CreateQueryFilter($"Moment eq {row.Moment}"),
            TableClient.CreateQueryFilter($"Id eq {row.Id}"),
            TableClient.CreateQueryFilter($"Season eq {nameof(Season.LateSummer)}"),
            TableClient.CreateQueryFilter($"PartitionKey eq {"partition"} and RowKey ge {"r"} and RowKey lt {"s"}"),
        ];

        foreach (var filter in filters)
        {
            var found = await table.QueryAsync<EverythingRow>(filter).ToListAsync();
            Assert.True(found is [{ RowKey: "row" }], filter);
        }
    }
}
