using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Functions.Coverage;
using Alleviation.Functions.Enrolment;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Imports;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Tests.Support;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Alleviation.Tests.Imports;

/// <summary>
/// Import and enrolment on a storage account of their own, entered by the endpoints; the queue is emptied by hand, so that a test says
/// when.
/// </summary>
public sealed class ImportsApp : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly StorageAccount _storage;

    private ImportsApp(IHost host, StorageAccount storage) => (_host, _storage) = (host, storage);

    public static Caller Worker { get; } = new("worker-1", Role.HealthWorker, ["4414"], null, "Worker");

    public TelltaleClock Clock => (TelltaleClock)Service<TimeProvider>();

    public static async Task<ImportsApp> StartAsync()
    {
        var account = await Azurite.NewAccountAsync();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["AzureWebJobsStorage"] = account.ConnectionString });
        builder.AddStorage();
        builder
            .Services.AddLogging()
            .AddQueues()
            .AddSingleton(new SeedFolder())
            .AddCodes()
            .AddEnrolment()
            .AddCoverage()
            .AddPhysicians()
            .AddImports();
        builder
            .Services.AddSingleton(KeyRing.Create())
            .AddSingleton<FieldSealer>()
            .AddSingleton<Fingerprinter>()
            .AddSingleton<AuditTable>()
            .AddTable(AccountTable.Name)
            .AddSingleton<AccountTable>()
            .AddSingleton<RememberedAccounts>()
            .AddSingleton<Signatures>();
        builder.Services.AddSingleton<ImportFunctions>().AddSingleton<TimeProvider, TelltaleClock>();
        var host = builder.Build();
        await host.StartAsync();
        return new ImportsApp(host, account);
    }

    public T Service<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public async Task<Answer> CallAsync(
        Func<ImportFunctions, HttpRequest, Task<IResult>> call,
        Caller? caller = null,
        byte[]? body = null,
        string query = "",
        string language = "en"
    )
    {
        var context = new DefaultHttpContext { RequestServices = _host.Services, User = CallerIdentity.PrincipalOf(caller ?? Worker) };
        context.Request.QueryString = new QueryString(query);
        context.Request.Headers.AcceptLanguage = language;
        context.Request.Body = new MemoryStream(body ?? []);
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        var result = await call(Service<ImportFunctions>(), context.Request);
        await result.ExecuteAsync(context);
        return new Answer(context.Response.StatusCode, answer.ToArray());
    }

    /// <summary>Sends a list that is enrolled at once where nobody has to be asked.</summary>
    public Task<Answer> SendAsync(byte[] list, Caller? caller = null, string query = "") =>
        CallAsync(
            (functions, request) => functions.ReceiveAsync(request, CancellationToken.None),
            caller,
            list,
            (query.Length > 0 ? query + "&" : "?") + "enrol=whenClear"
        );

    /// <summary>Confirms what is used of a list that waits.</summary>
    public Task<Answer> ConfirmAsync(string id, object confirmation, Caller? caller = null) =>
        CallAsync(
            (functions, request) =>
            {
                request.ContentType = "application/json";
                return functions.ConfirmAsync(request, id, CancellationToken.None);
            },
            caller,
            JsonSerializer.SerializeToUtf8Bytes(confirmation, JsonSerializerOptions.Web)
        );

    /// <param name="reason">Why somebody looks into it who did not send it.</param>
    public Task<Answer> ShowAsync(string id, Caller? caller = null, string language = "en", string? reason = null) =>
        CallAsync(
            (functions, request) =>
            {
                if (reason is not null)
                {
                    request.Headers[AuditNote.ReasonHeader] = Uri.EscapeDataString(reason);
                }
                return functions.ShowAsync(request, id, CancellationToken.None);
            },
            caller,
            language: language
        );

    public Task<Answer> DownloadRefusedAsync(string id, Caller? caller = null, string language = "en") =>
        CallAsync((functions, request) => functions.DownloadRefusedAsync(request, id, CancellationToken.None), caller, language: language);

    /// <summary>Sends a list and works until nothing is left; the import as it is then.</summary>
    public async Task<JsonElement> ImportAsync(byte[] list, Caller? caller = null, string query = "")
    {
        var id = (await SendAsync(list, caller, query)).Json.GetProperty("id").GetString()!;
        await WorkAsync();
        return (await ShowAsync(id, caller)).Json;
    }

    /// <summary>Hands the chunks' messages to the handler, each so many times, until the queue is empty.</summary>
    public async Task WorkAsync(int deliveries = 1)
    {
        while (await ReceiveAsync() is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                for (var delivery = 0; delivery < deliveries; delivery++)
                {
                    await HandleAsync(message, CancellationToken.None);
                }
                await Chunks.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }
        }
    }

    public async Task<QueueMessage[]> ReceiveAsync() => (await Chunks.ReceiveMessagesAsync(32)).Value;

    public Task HandleAsync(QueueMessage message, CancellationToken cancellationToken) =>
        Service<EnrolChunkHandler>()
            .HandleAsync(
                new Delivery<ImportChunkReady>(Pointer.Read<ImportChunkReady>(message.Body.ToString()), IsLast: false),
                cancellationToken
            );

    public Task<List<TableEntity>> RowsAsync(string table) =>
        Service<TableServiceClient>().GetTableClient(table).QueryAsync<TableEntity>().ToListAsync().AsTask();

    public async Task<Household> HouseholdAsync(string registrationNumber)
    {
        var id = HouseholdId.OfFingerprint(Service<Fingerprinter>().Of(HouseholdId.FingerprintPurpose, registrationNumber));
        return (await Service<HouseholdTable>().ReadAsync(id, CancellationToken.None))!.Household;
    }

    public async Task<int> HouseholdsAsync() => (await RowsAsync("Households")).Count(row => row.RowKey == "1:household");

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _storage.ClearAsync();
    }

    private QueueClient Chunks => Service<QueueServiceClient>().GetQueueClient(ImportChunkReady.Queue);

    public sealed record Answer(int Status, byte[] Body)
    {
        public JsonElement Json => JsonDocument.Parse(Body).RootElement;
    }
}
