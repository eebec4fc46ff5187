using System.Linq.Expressions;
using Azure.Core;
using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>One table.</summary>
public partial class TableClient
{
    private readonly TableAccount _account;

    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
        : this(new TableAccount(ConnectionString.Parse(connectionString), options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions? options = null)
        : this(new TableAccount(endpoint, credential, options), tableName)
    {
    }

    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(new TableAccount(endpoint, tokenCredential, options), tableName)
    {
    }

    internal TableClient(TableAccount account, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        _account = account;
        AccountName = account.Name;
        Name = tableName;
        Uri = new Uri($"{account.Address}/{tableName}");
    }

    /// <summary>For mocks.</summary>
    protected TableClient()
    {
        _account = null!;
        AccountName = Name = null!;
        Uri = null!;
    }

    public virtual string AccountName { get; }

    public virtual string Name { get; }

    public virtual Uri Uri { get; }

    /// <summary>A filter whose values are quoted and typed as the service wants them.</summary>
    public static string CreateQueryFilter(FormattableString filter) => FilterText.Of(filter);

    public static string CreateQueryFilter<T>(Expression<Func<T, bool>> filter) => ExpressionText.Of(filter);

    public virtual async Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        TableCalls.Created(Name, await _account.SendAsync(TableCalls.Create(_account, Name), cancellationToken).ConfigureAwait(false));

    public virtual Response<TableItem> Create(CancellationToken cancellationToken = default) =>
        TableCalls.Created(Name, _account.Send(TableCalls.Create(_account, Name), cancellationToken));

    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        TableCalls.Exists(Name, await _account.SendAsync(TableCalls.Create(_account, Name), cancellationToken).ConfigureAwait(false));

    public virtual Response<TableItem> CreateIfNotExists(CancellationToken cancellationToken = default) =>
        TableCalls.Exists(Name, _account.Send(TableCalls.Create(_account, Name), cancellationToken));

    public virtual async Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        TableCalls.Deleted(await _account.SendAsync(TableCalls.Delete(_account, Name), cancellationToken).ConfigureAwait(false));

    public virtual Response Delete(CancellationToken cancellationToken = default) =>
        TableCalls.Deleted(_account.Send(TableCalls.Delete(_account, Name), cancellationToken));
}
