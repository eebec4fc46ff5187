using Azure;
using Azure.Core;

namespace Alleviation.Tests.Local.Host.Support;

internal sealed class BrokenResponse(int status) : Response
{
    public override int Status => status;

    public override string ReasonPhrase => "Broken by the test";

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose()
    {
    }

    protected override bool ContainsHeader(string name) => false;

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

    protected override bool TryGetHeader(string name, out string value) => (value = "").Length > 0;

    protected override bool TryGetHeaderValues(string name, out IEnumerable<string> values) => (values = []).Any();
}
