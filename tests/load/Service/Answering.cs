using System.Diagnostics;
using System.Net;

namespace Alleviation.Load.Service;

internal static class Answering
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Asks until an answer is as wanted.</summary>
    public static async Task UntilAsync(
        Uri address,
        Func<HttpStatusCode, bool> isWanted,
        Process process,
        CancellationToken cancellationToken
    )
    {
        using var client = new HttpClient();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            if (process.HasExited)
            {
                throw new LoadException($"'{process.StartInfo.FileName}' ended with code {process.ExitCode} before it answered.");
            }
            try
            {
                using var answer = await client.GetAsync(address, patience.Token);
                if (isWanted(answer.StatusCode))
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not there yet.
            }

            await Task.Delay(Pause, patience.Token);
        }
    }
}
