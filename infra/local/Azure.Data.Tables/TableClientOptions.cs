using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

public class TableClientOptions : ClientOptions
{
    // One pool for the process, as wide as a busy host needs. Connections are renewed so that a change of address is noticed.
    private static readonly HttpClientTransport Pool = new(new HttpClient(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        MaxConnectionsPerServer = 256,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        // The pipeline has its own: Retry.NetworkTimeout, for each try.
        Timeout = Timeout.InfiniteTimeSpan,
    });

    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
    {
        VersionText = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion), serviceVersion, null),
        };
        Transport = Pool;
    }

    public enum ServiceVersion
    {
        V2019_02_02 = 1,
        V2020_12_06 = 2,
    }

    public TableAudience? Audience { get; set; }

    public bool EnableTenantDiscovery { get; set; }

    internal string VersionText { get; }
}
