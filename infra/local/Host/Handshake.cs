using Content = Alleviation.LocalHost.Protocol.StreamingMessage.ContentOneofCase;

namespace Alleviation.LocalHost;

/// <summary>What a worker said of itself.</summary>
internal sealed record WorkerAnswers(string Http, IReadOnlyList<RpcFunctionMetadata> Functions);

/// <summary>The first messages, in the order of the protocol: initialise, list the functions, load each.</summary>
internal static class Handshake
{
    /// <summary>The newest host whose behaviour was looked at. The worker only writes it down.</summary>
    private const string HostVersion = "4.1037.0";

    /// <exception cref="InvalidOperationException">The worker answered with a failure.</exception>
    /// <exception cref="WorkerGoneException">The worker ended meanwhile.</exception>
    public static async Task<WorkerAnswers> RunAsync(WorkerStream worker, string app, CancellationToken cancellationToken)
    {
        await worker.NextAsync(Content.StartStream, cancellationToken);
        worker.Send(
            new()
            {
                WorkerInitRequest = new()
                {
                    HostVersion = HostVersion,
                    FunctionAppDirectory = app,
                    WorkerDirectory = app,
                },
            }
        );
        var init = (await worker.NextAsync(Content.WorkerInitResponse, cancellationToken)).WorkerInitResponse;
        Check(init.Result, "The worker did not initialise");
        if (!init.Capabilities.TryGetValue("HttpUri", out var http))
        {
            throw new InvalidOperationException("The worker answers no requests: the app has to call ConfigureFunctionsWebApplication().");
        }

        worker.Send(new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = app } });
        var list = (await worker.NextAsync(Content.FunctionMetadataResponse, cancellationToken)).FunctionMetadataResponse;
        Check(list.Result, "The worker did not list its functions");
        var functions = list.FunctionMetadataResults;
        foreach (var function in functions)
        {
            worker.Send(
                new()
                {
                    FunctionLoadRequest = new() { FunctionId = function.FunctionId, Metadata = function },
                }
            );
        }

        for (var left = functions.Count; left > 0; left--)
        {
            var loaded = (await worker.NextAsync(Content.FunctionLoadResponse, cancellationToken)).FunctionLoadResponse;
            var name = functions.Single(function => function.FunctionId == loaded.FunctionId).Name;
            Check(loaded.Result, $"The worker did not load '{name}'");
        }

        return new WorkerAnswers(http, functions);
    }

    private static void Check(StatusResult? result, string what)
    {
        if (result?.Status is StatusResult.Types.Status.Success)
        {
            return;
        }
        throw new InvalidOperationException($"{what}: {result?.Exception?.Message}{Environment.NewLine}{result?.Exception?.StackTrace}");
    }
}
