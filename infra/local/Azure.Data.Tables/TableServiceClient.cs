using Azure.Core;
using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>The tables of an account.</summary>
public class TableServiceClient
{
    private readonly TableAccount _account;

    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions? options = null)
        : this(new TableAccount(ConnectionString.Parse(connectionString), options))
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
        : this(new TableAccount(endpoint, credential, options))
    {
    }

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(new TableAccount(endpoint, tokenCredential, options))
    {
    }

    /// <summary>For mocks.</summary>
    protected TableServiceClient()
    {
        _account = null!;
        AccountName = null!;
        Uri = null!;
    }

    private TableServiceClient(TableAccount account)
    {
        _account = account;
        AccountName = account.Name;
        Uri = account.Endpoint;
    }

    public virtual string AccountName { get; }

    public virtual Uri Uri { get; }

    public static string CreateQueryFilter(FormattableString filter) => FilterText.Of(filter);

    public virtual TableClient GetTableClient(string tableName) => new(_account, tableName);

    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateAsync(cancellationToken);

    public virtual Response<TableItem> CreateTable(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).Create(cancellationToken);

    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateIfNotExistsAsync(cancellationToken);

    public virtual Response<TableItem> CreateTableIfNotExists(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateIfNotExists(cancellationToken);

    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).DeleteAsync(cancellationToken);

    public virtual Response DeleteTable(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).Delete(cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new AsyncPages<TableItem>(
            async (token, size, cancellation) =>
                TableCalls.Listed(await _account.SendAsync(TableCalls.List(_account, filter, token, size), cancellation).ConfigureAwait(false)),
            maxPerPage,
            cancellationToken);

    public virtual Pageable<TableItem> Query(string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new Pages<TableItem>(
            (token, size, cancellation) => TableCalls.Listed(_account.Send(TableCalls.List(_account, filter, token, size), cancellation)),
            maxPerPage,
            cancellationToken);
}
