using System.Net;
using System.Net.Sockets;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Tests.Local.Tables;

public sealed class BrokenConnectionTests
{
    private static readonly string SomeKey = Convert.ToBase64String(new byte[64]);

    [Fact]
    public async Task ClosedConnections_AreTriedAgain()
    {
        using var listener = Listening();
        var client = ClientOf(listener);
        var adding = client.AddEntityAsync(new TableEntity("p", "r"));

        for (var closed = 0; closed < 3; closed++) { (await HearAsync(listener)).Dispose(); }
        using (var connection = await HearAsync(listener))
        {
            await connection.SendAsync("HTTP/1.1 204 No Content\r\nETag: W/\"1\"\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
            Assert.Equal(204, (await adding).Status);
        }
    }

    [Fact]
    public async Task AnswerCutShort_IsTriedAgain()
    {
        using var listener = Listening();
        var client = ClientOf(listener);
        var reading = client.GetEntityAsync<TableEntity>("p", "r");

        using (var connection = await HearAsync(listener))
        {
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"PartitionKey\":\"p"u8.ToArray());
        }

        using (var connection = await HearAsync(listener))
        {
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 33\r\n\r\n{\"PartitionKey\":\"p\",\"RowKey\":\"r\"}"u8.ToArray());
            Assert.Equal("r", (await reading).Value.RowKey);
        }
    }

    [Fact]
    public async Task Cancellation_EndsACallThatNobodyAnswers()
    {
        using var listener = Listening();
        var client = ClientOf(listener);
        using var cancellation = new CancellationTokenSource();
        Task[] calls =
        [
            client.AddEntityAsync(new TableEntity("p", "r"), cancellation.Token),
            client.GetEntityAsync<TableEntity>("p", "r", cancellationToken: cancellation.Token),
            client.QueryAsync<TableEntity>(cancellationToken: cancellation.Token).ToListAsync().AsTask(),
            client.QueryAsync<TableEntity>().ToListAsync(cancellation.Token).AsTask(),
            client.SubmitTransactionAsync([new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity("p", "r"))], cancellation.Token),
        ];
        var connections = new List<Socket>();
        foreach (var _ in calls) { connections.Add(await HearAsync(listener)); }

        await cancellation.CancelAsync();

        foreach (var call in calls) { await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call); }
        connections.ForEach(connection => connection.Dispose());
    }

    [Fact]
    public async Task NobodyListening_IsAFaultWithoutStatus()
    {
        var listener = Listening();
        var client = ClientOf(listener);
        listener.Dispose();

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => client.GetEntityAsync<TableEntity>("p", "r"));

        Assert.Contains(fault is AggregateException many ? many.InnerExceptions : [fault], inner => inner is RequestFailedException { Status: 0 });
    }

    private static Socket Listening()
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        return listener;
    }

    private static TableClient ClientOf(Socket listener) => new(
        new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}/account"),
        "Rows",
        new TableSharedKeyCredential("account", SomeKey),
        new TableClientOptions { Retry = { Delay = TimeSpan.FromMilliseconds(1) } });

    /// <summary>Waits for a connection and for something said on it.</summary>
    private static async Task<Socket> HearAsync(Socket listener)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var connection = await listener.AcceptAsync(timeout.Token);
        await connection.ReceiveAsync(new byte[16 * 1024], timeout.Token);
        return connection;
    }
}
