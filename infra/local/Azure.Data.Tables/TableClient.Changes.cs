using Azure.Core;
using Azure.Data.Tables.Rows;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity => ChangeAsync(RowChange.Add(Name, entity), cancellationToken);

    public virtual Response AddEntity<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity => Change(RowChange.Add(Name, entity), cancellationToken);

    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity => ChangeAsync(RowChange.Update(Name, entity, ifMatch, mode), cancellationToken);

    public virtual Response UpdateEntity<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity => Change(RowChange.Update(Name, entity, ifMatch, mode), cancellationToken);

    public virtual Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity => ChangeAsync(RowChange.Upsert(Name, entity, mode), cancellationToken);

    public virtual Response UpsertEntity<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity => Change(RowChange.Upsert(Name, entity, mode), cancellationToken);

    /// <summary>A row that does not exist is answered with a 404, not with a fault.</summary>
    public virtual Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        ChangeAsync(RowChange.Delete(Name, partitionKey, rowKey, ifMatch), cancellationToken);

    public virtual Response DeleteEntity(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        Change(RowChange.Delete(Name, partitionKey, rowKey, ifMatch), cancellationToken);

    public virtual Task<Response> DeleteEntityAsync(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    public virtual Response DeleteEntity(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return DeleteEntity(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    private async Task<Response> ChangeAsync(RowChange change, CancellationToken cancellationToken) =>
        Changed(change, await _account.SendAsync(MessageFor(change), cancellationToken).ConfigureAwait(false));

    private Response Change(RowChange change, CancellationToken cancellationToken) =>
        Changed(change, _account.Send(MessageFor(change), cancellationToken));

    private HttpMessage MessageFor(RowChange change)
    {
        var message = _account.NewMessage(change.Method, change.Path);
        if (change.IfMatch is { } ifMatch) { message.Request.Headers.SetValue(HttpHeader.Names.IfMatch, ifMatch); }
        if (change.Row is { } row)
        {
            message.Request.Headers.SetValue("Prefer", "return-no-content");
            message.Request.Headers.SetValue(HttpHeader.Names.ContentType, "application/json");
            message.Request.Content = RowJson.Content(row);
        }

        return message;
    }

    private static Response Changed(RowChange change, Response response) => response.Status switch
    {
        201 or 204 => response,
        404 when change.Method == RequestMethod.Delete => response,
        _ => throw TableErrors.Fault(response),
    };
}
