using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace Alleviation.Tests.Local.Tables;

public sealed class ConnectionTests
{
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "devstoreaccount1", "http://127.0.0.1:10002/devstoreaccount1/Rows")]
    [InlineData("AccountName=meizhou;AccountKey=" + Key, "meizhou", "https://meizhou.table.core.windows.net/Rows")]
    [InlineData(
        "DefaultEndpointsProtocol=https;AccountName=meizhou;AccountKey=" + Key + ";EndpointSuffix=core.chinacloudapi.cn",
        "meizhou",
        "https://meizhou.table.core.chinacloudapi.cn/Rows")]
    [InlineData("AccountName=a;AccountKey=" + Key + ";TableEndpoint=http://localhost:1234/a/;", "a", "http://localhost:1234/a/Rows")]
    public void ConnectionString_NamesAccountAndEndpoint(string connectionString, string account, string uri)
    {
        var table = new TableClient(connectionString, "Rows");

        Assert.Equal((account, uri), (table.AccountName, table.Uri.AbsoluteUri));
    }

    [Theory]
    [InlineData("AccountName=a")]
    [InlineData("AccountKey=" + Key)]
    public void IncompleteConnectionString_IsRefused(string connectionString) =>
        Assert.Throws<InvalidOperationException>(() => new TableClient(connectionString, "Rows"));

    [Fact]
    public void WhatIsNoConnectionString_IsRefused()
    {
        Assert.Throws<FormatException>(() => new TableServiceClient("nonsense"));
        Assert.Throws<ArgumentNullException>(() => new TableServiceClient(connectionString: null!));
        Assert.Throws<NotSupportedException>(() => new TableServiceClient("TableEndpoint=https://a.table.core.windows.net;SharedAccessSignature=sv=1"));
    }

    [Theory]
    [InlineData(null, "https://storage.azure.com/.default")]
    [InlineData("AzureChina", "https://storage.azure.cn/.default")]
    [InlineData("https://example.org/", "https://example.org/.default")]
    public async Task Token_IsAskedForTheAudienceAndSent(string? audience, string scope)
    {
        var credential = new StubCredential();
        using var service = new StubHandler();
        var options = new TableClientOptions { Transport = new HttpClientTransport(service) };
        if (audience is not null) { options.Audience = audience; }
        var table = new TableClient(new Uri("https://meizhou.table.core.windows.net"), "Rows", credential, options);

        await table.GetEntityIfExistsAsync<TableEntity>("p", "r");

        Assert.Equal([scope], credential.Scopes);
        Assert.Equal("Bearer token", service.Authorization);
        Assert.Equal("meizhou", table.AccountName);
    }

    private sealed class StubHandler : HttpMessageHandler
    {
        public string? Authorization { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Authorization = request.Headers.Authorization?.ToString();
            return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NotFound));
        }
    }

    private sealed class StubCredential : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new AccessToken("token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
