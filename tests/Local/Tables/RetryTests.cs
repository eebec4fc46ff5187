using System.Net;
using Azure;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Alleviation.Tests.Local.Tables;

public sealed class RetryTests
{
    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(null)]
    public async Task PassingFault_IsTriedAgainUntilItIsDone(HttpStatusCode? status)
    {
        var table = await TestTable.NewAsync();
        using var faults = new FaultyHandler(status) { FaultsPerCall = 2 };
        var faulty = await faults.ReachAsync(table);
        var row = new TableEntity("p", "r") { ["Text"] = "梅州" };

        await faulty.AddEntityAsync(row);
        await faulty.UpsertEntityAsync(row);
        await faulty.SubmitTransactionAsync([new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", "s"))]);
        var rows = await faulty.QueryAsync<TableEntity>().ToListAsync();
        var read = (await faulty.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal(["r", "s"], rows.Select(stored => stored.RowKey));
        Assert.Equal("梅州", read.GetString("Text"));
        Assert.Equal(15, faults.Tries);
    }

    [Fact]
    public async Task LastingFault_IsGivenUpAfterThreeRetries()
    {
        var table = await TestTable.NewAsync();
        using var faults = new FaultyHandler(HttpStatusCode.ServiceUnavailable) { FaultsPerCall = int.MaxValue };
        var faulty = await faults.ReachAsync(table);

        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => faulty.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((503, 4), (fault.Status, faults.Tries));
    }

    [Fact]
    public async Task AnswerThatWasLost_IsMetByTheRetry()
    {
        // The insert was done, its answer lost: the retry finds the row, and what that means is for the caller to decide.
        var table = await TestTable.NewAsync();
        using var faults = new FaultyHandler(null) { FaultsPerCall = 1, ForwardsFirst = true };
        var faulty = await faults.ReachAsync(table);

        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => faulty.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((409, "EntityAlreadyExists"), (fault.Status, fault.ErrorCode));
    }

    [Fact]
    public async Task EveryTry_IsSignedAnew()
    {
        var table = await TestTable.NewAsync();
        using var faults = new FaultyHandler(HttpStatusCode.InternalServerError) { FaultsPerCall = 1 };
        // Azure.Core waits 80 to 120 % of it: more than the second in which a date is told.
        var faulty = await faults.ReachAsync(table, TimeSpan.FromSeconds(1.5));

        await faulty.GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.Equal(2, faults.Dates.Distinct().Count());
    }

    [Fact]
    public async Task Refusal_IsNotTriedAgain()
    {
        var table = await TestTable.NewAsync();
        using var faults = new FaultyHandler(null) { FaultsPerCall = 0 };
        var counted = await faults.ReachAsync(table);

        await counted.GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.Equal(1, faults.Tries);
    }

    /// <summary>Answers the first tries of each call with a status, or breaks them off.</summary>
    private sealed class FaultyHandler(HttpStatusCode? status) : DelegatingHandler(new SocketsHttpHandler())
    {
        private string? _call;
        private int _faults;

        public int FaultsPerCall { get; init; }

        public bool ForwardsFirst { get; init; }

        public int Tries { get; private set; }

        public List<string> Dates { get; } = [];

        public Task<TableClient> ReachAsync(TableClient table, TimeSpan? delay = null) => TestTable.ThroughAsync(table, new TableClientOptions
        {
            Transport = new HttpClientTransport(this),
            Retry = { Delay = delay ?? TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromSeconds(2) },
        });

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Tries++;
            Dates.Add(request.Headers.GetValues("x-ms-date").Single());
            var call = request.Headers.GetValues("x-ms-client-request-id").Single();
            (_faults, _call) = (call == _call ? _faults : 0, call);
            if (_faults++ >= FaultsPerCall) { return await base.SendAsync(request, cancellationToken); }
            if (ForwardsFirst) { (await base.SendAsync(request, cancellationToken)).Dispose(); }
            // The body was read up to its end before the fault: the next try needs it whole.
            if (request.Content is { } content) { await content.CopyToAsync(Stream.Null, cancellationToken); }
            return status is { } answer ? new HttpResponseMessage(answer) : throw new HttpRequestException("The connection was closed.", new IOException());
        }
    }
}
