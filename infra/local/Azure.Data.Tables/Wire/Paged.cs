using System.Runtime.CompilerServices;

namespace Azure.Data.Tables.Wire;

/// <summary>Pages fetched one after the other, each when it is asked for.</summary>
internal sealed class AsyncPages<T>(Func<string?, int?, CancellationToken, Task<Page<T>>> fetch, int? maxPerPage, CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        From(continuationToken, pageSizeHint ?? maxPerPage, CancellationToken);

    private async IAsyncEnumerable<Page<T>> From(string? token, int? size, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        do
        {
            var page = await fetch(token, size, cancellationToken).ConfigureAwait(false);
            yield return page;
            token = page.ContinuationToken;
        }
        while (token is not null);
    }
}

internal sealed class Pages<T>(Func<string?, int?, CancellationToken, Page<T>> fetch, int? maxPerPage, CancellationToken cancellationToken)
    : Pageable<T>(cancellationToken)
    where T : notnull
{
    public override IEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        var token = continuationToken;
        do
        {
            var page = fetch(token, pageSizeHint ?? maxPerPage, CancellationToken);
            yield return page;
            token = page.ContinuationToken;
        }
        while (token is not null);
    }
}
