using Azure.Core;
using Azure.Data.Tables.Rows;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        Found<T>(await _account.SendAsync(Get(partitionKey, rowKey, select), cancellationToken).ConfigureAwait(false));

    public virtual Response<T> GetEntity<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        Found<T>(_account.Send(Get(partitionKey, rowKey, select), cancellationToken));

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        FoundOrNot<T>(await _account.SendAsync(Get(partitionKey, rowKey, select), cancellationToken).ConfigureAwait(false));

    public virtual NullableResponse<T> GetEntityIfExists<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        FoundOrNot<T>(_account.Send(Get(partitionKey, rowKey, select), cancellationToken));

    private HttpMessage Get(string partitionKey, string rowKey, IEnumerable<string>? select)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        var path = RowPath.Of(Name, partitionKey, rowKey);
        return _account.NewMessage(RequestMethod.Get, select is null ? path : new QueryString(path).With("$select", select).ToString());
    }

    private static Response<T> Found<T>(Response response)
        where T : class, ITableEntity =>
        response.Status is 200 ? Response.FromValue(RowJson.Read<T>(response), response) : throw TableErrors.Fault(response);

    private static NullableResponse<T> FoundOrNot<T>(Response response)
        where T : class, ITableEntity =>
        response.Status is 404 ? new NoRow<T>(response) : Found<T>(response);
}
