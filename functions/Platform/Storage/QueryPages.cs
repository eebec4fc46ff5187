using Alleviation.Functions.Platform.Http;
using Azure;

namespace Alleviation.Functions.Platform.Storage;

public static class QueryPages
{
    /// <summary>One page of a query, and where the next begins.</summary>
    /// <param name="continuation">From a client, who may have made it up.</param>
    /// <exception cref="MalformedRequestException">Storage, or its client, can make nothing of the continuation.</exception>
    public static async Task<(IReadOnlyList<T> Rows, string? Continuation)> PageAsync<T>(
        this AsyncPageable<T> query,
        string? continuation,
        int size
    )
        where T : notnull
    {
        // The client takes any text, and storage may begin anywhere: its own tokens are a partition and, after a blank, a row.
        if (continuation?.Split(' ', 2) is not (null or [{ Length: > 0 }, _]))
        {
            throw Cursor.Bad();
        }
        try
        {
            await foreach (var page in query.AsPages(continuation, size))
            {
                return (page.Values, page.ContinuationToken);
            }
            return ([], null);
        }
        catch (Exception failure) when (continuation is not null && failure is ArgumentException or RequestFailedException { Status: 400 })
        {
            throw Cursor.Bad();
        }
    }
}
