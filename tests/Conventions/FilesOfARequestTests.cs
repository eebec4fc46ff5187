using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using Alleviation.Tests.FollowUps;
using Alleviation.Tests.Support;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Tests.Conventions;

/// <summary>
/// A request is answered without any queue or timer. <c>tests/count-files.sh</c> runs these tests under coverage and counts the files that
/// each request enters: only what runs between <see cref="Coverage.Begin"/> and <see cref="Coverage.End"/> counts. The request before that
/// makes what is made once: the services of the slice, the lists of the seeds.
/// </summary>
public sealed class FilesOfARequestTests
{
    private static readonly IReadOnlyDictionary<string, string?> NoTriggers = typeof(Functions.Program)
        .Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method =>
            method
                .GetParameters()
                .Any(parameter =>
                    parameter.IsDefined(typeof(QueueTriggerAttribute), false) || parameter.IsDefined(typeof(TimerTriggerAttribute), false)
                )
        )
        .Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name)
        .Select(name => KeyValuePair.Create<string, string?>($"AzureWebJobs.{name}.Disabled", "true"))
        // As in production: that a township waits to be counted is remembered.
        .Append(KeyValuePair.Create<string, string?>("Coverage:Delay", "00:00:30"))
        .ToDictionary();

    [Fact]
    public async Task Visit_IsSaved()
    {
        var (clock, keys) = (new TestClock(), Path.Combine(Path.GetTempPath(), $"alleviation-test-{Guid.NewGuid():N}.json"));
        var storage = await Azurite.NewAccountAsync();
        string members;
        await using (var app = await AppUnderTest.StartAsync(clock, storage, keys))
        {
            await app.HasPhysicianAsync(VisitApp.Responsible, Some.Township);
            var worker = await app.HealthWorkerAsync(Some.Township);
            var location = await worker.EnrolsAsync(Some.Household());
            await worker.ListedAsync(location);
            members = $"{location}/members";
        }

        // Whatever count of the township the first service has left undone is taken over.
        clock.Advance(TimeSpan.FromHours(1));
        await using (var app = await AppUnderTest.StartAsync(clock, storage, keys, NoTriggers))
        {
            var worker = await app.HealthWorkerAsync(Some.Township);
            using var before = await SaveAsync(worker, member: 3, "general");

            Coverage.Begin();
            using var answer = await SaveAsync(worker, member: 1, "hypertension");
            Coverage.End();

            Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (before.StatusCode, answer.StatusCode));
        }
        await storage.ClearAsync();
        File.Delete(keys);

        Task<HttpResponseMessage> SaveAsync(HttpClient worker, int member, string form) =>
            worker.PutAsJsonAsync($"{members}/{member}/visits/{SomeVisit.Id()}", SomeVisit.Body(form, clock.GetUtcNow()));
    }

    [Fact]
    public async Task Enrolment_IsReceived()
    {
        await using var app = await AppUnderTest.StartAsync(settings: NoTriggers);
        var worker = await app.HealthWorkerAsync(Some.Township);
        await worker.EnrolsAsync(Some.Household());

        Coverage.Begin();
        using var answer = await worker.PostAsJsonAsync("/api/households", Some.Household());
        Coverage.End();

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    /// <summary>What coverlet puts into the service when it counts; without it there is nothing to do.</summary>
    private static class Coverage
    {
        private static readonly Type? Tracker = typeof(Functions.Program)
            .Assembly.GetTypes()
            .SingleOrDefault(type => type.Namespace == "Coverlet.Core.Instrumentation.Tracker");

        /// <summary>Forgets what ran so far.</summary>
        public static void Begin()
        {
            if (Tracker is not null)
            {
                Array.Clear((int[])Tracker.GetField("HitsArray")!.GetValue(null)!);
            }
        }

        /// <summary>Writes down what ran, and leaves out what runs later.</summary>
        public static void End()
        {
            if (Tracker is not null)
            {
                Tracker.GetMethod("UnloadModule")!.Invoke(null, [null, EventArgs.Empty]);
                Tracker.GetField("FlushHitFile")!.SetValue(null, false);
            }
        }
    }
}
