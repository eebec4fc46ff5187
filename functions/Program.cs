using Alleviation.Functions.Access;
using Alleviation.Functions.Appointments;
using Alleviation.Functions.Birthdays;
using Alleviation.Functions.CarePlans;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Conferences;
using Alleviation.Functions.Consultations;
using Alleviation.Functions.Contracts;
using Alleviation.Functions.Coverage;
using Alleviation.Functions.Education;
using Alleviation.Functions.Enrolment;
using Alleviation.Functions.FollowUps;
using Alleviation.Functions.Health;
using Alleviation.Functions.HealthCards;
using Alleviation.Functions.Imports;
using Alleviation.Functions.Medication;
using Alleviation.Functions.Members;
using Alleviation.Functions.Operations;
using Alleviation.Functions.Physicians;
using Alleviation.Functions.Pipeline;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Queues;
using Alleviation.Functions.Platform.Storage;
using Alleviation.Functions.Platform.Telemetry;
using Alleviation.Functions.PoisonMessages;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Functions.Referrals;
using Alleviation.Functions.Registers;
using Alleviation.Functions.Reminders;
using Alleviation.Functions.TestReports;
using Alleviation.Functions.Transfers;
using Alleviation.Functions.Triage;
using Alleviation.Functions.WebApp;
using Alleviation.Functions.Worklists;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

namespace Alleviation.Functions;

/// <summary>The table of contents: what the service is made of, one line per slice.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is [CheckSeedsCommand.Option, ..])
        {
            return await CheckSeedsCommand.RunAsync(args.ElementAtOrDefault(1), Console.Out);
        }
        await CreateBuilder(args).Build().RunAsync();
        return 0;
    }

    /// <summary>Everything wired but not built, so that a test can put its own clock in.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.AddTelemetry();
        builder.AddStorage();
        builder.AddPlatformHttp();
        builder.AddAccess();
        builder
            .Services.AddQueues()
            .AddReferenceData()
            .AddCodes()
            .AddEnrolment()
            .AddRecords()
            .AddPipeline()
            .AddCarePlans()
            .AddFollowUps()
            .AddPhysicians()
            .AddMembers()
            .AddWorklists()
            .AddRegisters()
            .AddCoverage()
            .AddChanges()
            .AddTriage()
            .AddConsultations()
            .AddMedication()
            .AddBirthdays()
            .AddReferrals()
            .AddConferences()
            .AddAppointments()
            .AddImports()
            .AddPoisonMessages()
            .AddTransfers()
            .AddContracts()
            .AddTestReports()
            .AddEducation()
            .AddHealthCards()
            .AddReminders()
            .AddHealth()
            .AddOperations()
            .AddWebApp();
        return builder;
    }
}
