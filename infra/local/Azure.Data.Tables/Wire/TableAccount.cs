using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>The account's address and the pipeline that reaches it; shared by all clients of its tables.</summary>
internal sealed class TableAccount
{
    private readonly HttpPipeline _pipeline;
    private readonly string _version;

    public TableAccount(ConnectionString connection, TableClientOptions? options)
        : this(connection.Endpoint, connection.Credential.AccountName, new SharedKeyLitePolicy(connection.Credential), options)
    {
    }

    public TableAccount(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
        : this(Required(endpoint), Required(credential).AccountName, new SharedKeyLitePolicy(credential), options)
    {
    }

    public TableAccount(Uri endpoint, TokenCredential credential, TableClientOptions? options)
        : this(Required(endpoint), NameIn(endpoint), TokenPolicy(Required(credential), options), options)
    {
    }

    private TableAccount(Uri endpoint, string name, HttpPipelinePolicy authentication, TableClientOptions? options)
    {
        options ??= new TableClientOptions();
        Endpoint = endpoint;
        Address = endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/');
        Name = name;
        _version = options.VersionText;
        _pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
        {
            PerRetryPolicies = { authentication },
            RequestFailedDetailsParser = TableErrors.Instance,
        });
    }

    public Uri Endpoint { get; }

    /// <summary>The endpoint without a slash at its end.</summary>
    public string Address { get; }

    public string Name { get; }

    public HttpMessage NewMessage(RequestMethod method, string pathAndQuery)
    {
        var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(new Uri($"{Address}/{pathAndQuery}"));
        request.Headers.SetValue("x-ms-version", _version);
        request.Headers.SetValue("DataServiceVersion", "3.0");
        request.Headers.SetValue(HttpHeader.Names.Accept, "application/json;odata=minimalmetadata");
        return message;
    }

    /// <summary>Sends and gives whatever the service answers; the answer's body is in memory and outlives the message.</summary>
    public async ValueTask<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        using (message)
        {
            await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
            return message.Response;
        }
    }

    public Response Send(HttpMessage message, CancellationToken cancellationToken)
    {
        using (message)
        {
            _pipeline.Send(message, cancellationToken);
            return message.Response;
        }
    }

    private static BearerTokenAuthenticationPolicy TokenPolicy(TokenCredential credential, TableClientOptions? options) =>
        options is { EnableTenantDiscovery: true }
            ? throw new NotSupportedException("The local edition does not discover tenants: name the tenant in the credential.")
            : new BearerTokenAuthenticationPolicy(credential, (options?.Audience ?? TableAudience.AzurePublicCloud).Scope);

    // An emulator's account is the first part of the path, the service's the first part of the host.
    private static string NameIn(Uri endpoint) =>
        endpoint.AbsolutePath.Trim('/') is { Length: > 0 } path ? path.Split('/')[0] : endpoint.Host.Split('.')[0];

    private static T Required<T>(T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }
}
