using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Alleviation.Tests.Support;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Alleviation.Tests.Conventions;

/// <summary>All that leaves for storage, as text: addresses, rows and messages.</summary>
public sealed partial class StorageJournal : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentQueue<string> _sent = new();

    public IReadOnlyCollection<string> Sent => _sent;

    /// <summary>Writes down what the service's own clients send.</summary>
    public void Watch(IServiceCollection services, StorageAccount account)
    {
        var (tables, queues) = (new TableClientOptions(), new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        tables.AddPolicy(this, HttpPipelinePosition.PerCall);
        queues.AddPolicy(this, HttpPipelinePosition.PerCall);
        services.Replace(ServiceDescriptor.Singleton(new TableServiceClient(account.ConnectionString, tables)));
        services.Replace(ServiceDescriptor.Singleton(new QueueServiceClient(account.ConnectionString, queues)));
    }

    public override void OnSendingRequest(HttpMessage message)
    {
        using var body = new MemoryStream();
        message.Request.Content?.WriteTo(body, CancellationToken.None);
        var text = Encoding.UTF8.GetString(body.ToArray());
        _sent.Enqueue(
            $"{message.Request.Method} {message.Request.Uri} {text} {MessageText().Replace(text, match => Decoded(match.Groups[1].Value))}"
        );
    }

    private static string Decoded(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    [GeneratedRegex("<MessageText>([^<]*)</MessageText>")]
    private static partial Regex MessageText();
}
