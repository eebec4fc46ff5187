using System.Linq.Expressions;
using Azure.Core;
using Azure.Data.Tables.Rows;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new AsyncPages<T>(
            async (token, size, cancellation) => PageOf<T>(await _account.SendAsync(Query(filter, select, token, size), cancellation).ConfigureAwait(false)),
            maxPerPage,
            cancellationToken);

    public virtual Pageable<T> Query<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new Pages<T>(
            (token, size, cancellation) => PageOf<T>(_account.Send(Query(filter, select, token, size), cancellation)),
            maxPerPage,
            cancellationToken);

    public virtual AsyncPageable<T> QueryAsync<T>(
        Expression<Func<T, bool>> filter, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity => QueryAsync<T>(CreateQueryFilter(filter), maxPerPage, select, cancellationToken);

    public virtual Pageable<T> Query<T>(
        Expression<Func<T, bool>> filter, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity => Query<T>(CreateQueryFilter(filter), maxPerPage, select, cancellationToken);

    private HttpMessage Query(string? filter, IEnumerable<string>? select, string? continuationToken, int? size)
    {
        var query = new QueryString($"{Name}()").With("$filter", filter).With("$select", select).With("$top", size);
        if (continuationToken is not null)
        {
            var next = ContinuationToken.Parse(continuationToken);
            query.With("NextPartitionKey", next.PartitionKey).With("NextRowKey", next.RowKey);
        }

        return _account.NewMessage(RequestMethod.Get, query.ToString());
    }

    private static Page<T> PageOf<T>(Response response)
        where T : class, ITableEntity =>
        response.Status is 200
            ? Page<T>.FromValues(RowJson.ReadPage<T>(response), ContinuationToken.After(response), response)
            : throw TableErrors.Fault(response);
}
