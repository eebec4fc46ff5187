using Alleviation.Functions.Platform.Storage;
using Azure.Core;

namespace Alleviation.Tests.Platform.Storage;

public sealed class StorageCallTests
{
    private const string Key = "441402004001";

    [Theory]
    [InlineData("GET", "Households(PartitionKey='441402004001',RowKey='441402004001')", "table get", "Households")]
    [InlineData("PATCH", "Households(PartitionKey='441402004001',RowKey='member%2F441402004001')?timeout=3", "table write", "Households")]
    [InlineData("DELETE", "Coverage(PartitionKey='441402004001',RowKey='marker')", "table write", "Coverage")]
    [InlineData("GET", "Villages()?$filter=PartitionKey%20eq%20'441402004001'", "table query", "Villages")]
    [InlineData("POST", "Identities", "table insert", "Identities")]
    [InlineData("POST", "$batch", "table batch", null)]
    [InlineData("POST", "Tables", "set up", null)]
    [InlineData("PUT", "enrolments", "set up", null)]
    [InlineData("GET", "care-plans?comp=metadata", "queue count", "care-plans")]
    [InlineData("POST", "care-plans/messages?visibilitytimeout=5", "queue put", "care-plans")]
    [InlineData("GET", "changes-poison/messages?peekonly=true", "queue peek", "changes-poison")]
    [InlineData("GET", "changes/messages?numofmessages=32", "queue receive", "changes")]
    [InlineData("DELETE", "changes/messages/441402004001?popreceipt=441402004001", "queue delete", "changes")]
    [InlineData("PUT", "changes/messages/441402004001?popreceipt=441402004001", "queue renew", "changes")]
    public void ACall_IsRecordedByKindAndTarget_NeverByKey(string method, string path, string kind, string? target)
    {
        // In Azure the account is the host's name, in the emulator it is the first part of the path.
        foreach (var address in new[] { $"https://account.table.core.windows.net/{path}", $"http://127.0.0.1:10002/account/{path}" })
        {
            var call = StorageCall.Of(RequestMethod.Parse(method), new Uri(address));

            Assert.Equal((kind, target), (call.Kind, call.Target));
            Assert.DoesNotContain(Key, call.ToString(), StringComparison.Ordinal);
        }
    }
}
