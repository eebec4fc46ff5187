using Alleviation.Tests.Local.Host.Support;
using Microsoft.Azure.Functions.Worker.Builder;

namespace Alleviation.Tests.Local.Host;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("Refused_Binding", "parameter 'blob' of type String has BlobTriggerAttribute, which the local edition does not support")]
    [InlineData("Refused_SecondBinding", "parameter 'blob' of type String has BlobTriggerAttribute")]
    [InlineData("Refused_NoTrigger", "it has 0 parameters with a binding")]
    [InlineData("Refused_Output", "the binding QueueOutputAttribute is not supported")]
    [InlineData("Refused_Key", "AuthorizationLevel.Function")]
    [InlineData("Refused_Result", "it returns IActionResult")]
    [InlineData("Refused_Request", "parameter 'request' of type Uri cannot be bound")]
    [InlineData("Refused_NoSuchRouteValue", "parameter 'c' of type String cannot be bound")]
    [InlineData("Refused_RouteValueType", "parameter 'b' of type Uri cannot be bound")]
    [InlineData("Refused_Body", "parameter 'b' of type String has FromBodyAttribute")]
    [InlineData("Refused_Route", "the route 'a/{b' is malformed")]
    [InlineData("Refused_QueueType", "parameter 'stream' of type Stream cannot be bound")]
    [InlineData("Refused_QueueResult", "a queue function returns nothing")]
    [InlineData("Refused_QueueName", "'No_Name' cannot be the name of a queue")]
    [InlineData("Refused_Setting", "the setting 'No:Such:Setting', which has no value")]
    [InlineData("Refused_Schedule", "the schedule '*/5 * * * *' is not NCRONTAB with six fields")]
    [InlineData("Refused_TimerType", "parameter 'timer' of type String cannot be bound")]
    [InlineData("Refused_Twin", "another function has the same name")]
    [InlineData("No_Such_Function", "there is no function 'No_Such_Function'")]
    public void FunctionThatCannotRun_IsRefusedByName(string function, string why)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => SampleHost.Loading(function).Build());

        Assert.Contains(function, refused.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version", "1.0", "version '1.0'")]
    [InlineData("extensions:blobs:maxDegreeOfParallelism", "4", "'extensions.blobs.maxDegreeOfParallelism'")]
    [InlineData("extensions:queues:batchsizes", "4", "'extensions.queues.batchsizes'")]
    [InlineData("extensions:http:hsts:isEnabled", "true", "'extensions.http.hsts.isEnabled'")]
    [InlineData("singleton:lockPeriod", "00:00:15", "'singleton.lockPeriod'")]
    [InlineData("extensions:queues:batchSize", "33", "'extensions:queues:batchSize' is '33'")]
    [InlineData("extensions:queues:maxDequeueCount", "0", "'extensions:queues:maxDequeueCount' is '0'")]
    [InlineData("extensions:queues:visibilityTimeout", "soon", "'extensions:queues:visibilityTimeout' is 'soon'")]
    [InlineData("extensions:queues:messageEncoding", "utf8", "'extensions:queues:messageEncoding' is 'utf8'")]
    [InlineData("functionTimeout", "0", "'functionTimeout' is '0'")]
    public void HostJsonThatIsNotKnown_IsRefusedByName(string key, string value, string named)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => SampleHost.Loading("Http_Default").With(key, value).Build());

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoFunctionsOfOneRouteAndMethod_AreRefused()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => SampleHost.Loading("Refused_Route_One", "Refused_Route_Two").Build());

        Assert.Contains("PUT api/Same/{two} is the route of 'Refused_Route_One'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EverythingThatIsWrong_IsToldAtOnce()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => SampleHost.Loading("Refused_Key", "Refused_Schedule").With("singleton:lockPeriod", "00:00:15").Build());

        Assert.Equal(4, refused.Message.Split(Environment.NewLine).Length);
    }

    [Fact]
    public void HttpFunctionWithoutTheWebApplication_IsRefused()
    {
        var builder = FunctionsApplication.CreateBuilder(["--AzureFunctionsJobHost:functions:0=Http_Default"]);

        var refused = Assert.Throws<InvalidOperationException>(builder.Build);

        Assert.Contains("ConfigureFunctionsWebApplication", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AccountThatNoSettingNames_IsRefusedAtStart()
    {
        using var host = SampleHost.Loading("Queue_Text").Build();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.Contains("'AzureWebJobsStorage'", refused.Message, StringComparison.Ordinal);
    }
}
