using System.Diagnostics;
using System.Text.RegularExpressions;
using Azure.Core;

namespace Alleviation.Functions.Platform.Storage;

/// <summary>
/// What a call to storage is, as far as it may be told: its kind and what it is about. Keys of rows stand in addresses and stay there.
/// </summary>
/// <param name="Kind">Such as <c>table batch</c> or <c>queue put</c>.</param>
/// <param name="Target">The table or queue; null where the address names none, as that of a batch.</param>
internal readonly partial record struct StorageCall(string Kind, string? Target)
{
    public static StorageCall Of(RequestMethod method, Uri address)
    {
        var path = address.AbsolutePath;
        var isOfMessages = path.Contains("/messages/", StringComparison.Ordinal) || path.EndsWith("/messages", StringComparison.Ordinal);
        return isOfMessages ? new(KindOfMessages(method, path, address.Query), TargetOf(QueueName(), path))
            : address.Query.Contains("comp=metadata", StringComparison.Ordinal) ? new("queue count", LastOf(path))
            : path.EndsWith("/$batch", StringComparison.Ordinal) ? new("table batch", null)
            : path.EndsWith("()", StringComparison.Ordinal) ? new("table query", TargetOf(TableName(), path))
            : path.Contains("PartitionKey=", StringComparison.Ordinal)
                ? new(method == RequestMethod.Get ? "table get" : "table write", TargetOf(TableName(), path))
            : method == RequestMethod.Post && !path.EndsWith("/Tables", StringComparison.Ordinal) ? new("table insert", LastOf(path))
            : new("set up", null);
    }

    private static string KindOfMessages(RequestMethod method, string path, string query) =>
        path.Contains("/messages/", StringComparison.Ordinal)
            ? method == RequestMethod.Delete
                ? "queue delete"
                : "queue renew"
            : method != RequestMethod.Get
                ? "queue put"
                : query.Contains("peekonly=true", StringComparison.Ordinal)
                    ? "queue peek"
                    : "queue receive";

    private static string? TargetOf(Regex name, string path) => name.Match(path) is { Success: true } match ? match.Groups[1].Value : null;

    private static string? LastOf(string path) => TargetOf(LastName(), path);

    // Up to what may hold a key.
    [GeneratedRegex(@"/([A-Za-z][A-Za-z0-9]{2,62})\(")]
    private static partial Regex TableName();

    [GeneratedRegex("/([a-z0-9][a-z0-9-]{2,62})/messages")]
    private static partial Regex QueueName();

    [GeneratedRegex("/([A-Za-z0-9][A-Za-z0-9-]{2,62})$")]
    private static partial Regex LastName();
}

/// <summary>A call as OpenTelemetry's conventions have it.</summary>
internal static class StorageActivities
{
    private const int FirstError = 400;

    public static Activity About(this Activity activity, StorageCall call)
    {
        if (!activity.IsAllDataRequested)
        {
            return activity;
        }
        var isQueue = call.Kind.StartsWith("queue ", StringComparison.Ordinal);
        activity.SetTag(isQueue ? "messaging.system" : "db.system.name", isQueue ? "azure_queue" : "azure_table");
        var operation = call.Kind[(call.Kind.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        activity.SetTag(isQueue ? "messaging.operation.name" : "db.operation.name", operation);
        if (call.Target is { } target)
        {
            activity.SetTag(isQueue ? "messaging.destination.name" : "db.collection.name", target);
            activity.DisplayName = $"{call.Kind} {target}";
        }

        return activity;
    }

    /// <summary>
    /// A refusal is no failure: the service asks for what may not be there, and inserts where somebody may have been quicker.
    /// </summary>
    public static void Answered(this Activity activity, int status)
    {
        activity.SetTag("http.response.status_code", status);
        if (status < FirstError)
        {
            return;
        }
        activity.SetTag("error.type", status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (status is not (404 or 409 or 412))
        {
            activity.SetStatus(ActivityStatusCode.Error);
        }
    }
}
