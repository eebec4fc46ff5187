using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Alleviation.Functions.CarePlans.Plans;
using Alleviation.Functions.CarePlans.Schedule;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Coverage;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Reminders;
using Alleviation.Functions.Worklists;
using Alleviation.Tests.Records;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Enrolment;

/// <summary>What an event of life has done to everything else, in the order of the columns of <see cref="LifeEventTests"/>.</summary>
internal static class LifeEventCells
{
    private static readonly DateOnly DayOfTheSlot = new(2026, 12, 1);

    /// <param name="atC">The household that came of it, if any.</param>
    public static async Task<string[]> OfAsync(MovingScene scene, Uri? atC)
    {
        var all = new List<(char Letter, Household Household)>
        {
            ('A', await scene.HouseholdAsync(scene.AtA)),
            ('B', await scene.HouseholdAsync(scene.AtB)),
        };
        if (atC is not null)
        {
            all.Add(('C', await scene.HouseholdAsync(atC)));
        }
        char LetterOf(HouseholdId id) => all.Single(listed => listed.Household.Id == id).Letter;
        string Where(HouseholdId id, int member) => string.Create(CultureInfo.InvariantCulture, $"{LetterOf(id)}{member}");

        var record = await scene.Worker.GetFromJsonAsync<JsonElement>($"/api/records/{scene.Number}");
        Assert.True(HouseholdId.TryParse(record.GetProperty("householdId").GetString(), out var home));
        Assert.Equal("2", record.GetProperty("basicInformation").GetProperty("drugAllergies")[0].GetString());
        var found = await (
            await scene.Worker.PostAsJsonAsync("/api/households/search", new { registrationNumber = scene.A["registrationNumber"] })
        ).JsonAsync();
        var line = found.GetProperty("items")[0];
        Assert.True(Functions.Households.PhysicianId.TryParse(MovingScene.Responsible, out var physician));
        var lines = (await scene.App.Get<WorklistTable>().AllAsync(WorklistReading.OwnerOf(physician.Value))).Where(item =>
            item.Member > 0
        );
        var slots = await scene.SpecialistClient.GetFromJsonAsync<JsonElement>(
            $"/api/physicians/{MovingScene.Specialist}/slots?from=2026-12-01&days=1"
        );
        var booking = slots
            .GetProperty("items")
            .EnumerateArray()
            .Where(slot => slot.TryGetProperty("booking", out _))
            .Select(slot => slot.GetProperty("booking"))
            .ToList();
        var partition = (await scene.App.Get<HouseholdTable>().ReadAsync(home, CancellationToken.None))!;
        var summary = partition.Household.Members.Single(member => member.RecordNumber == scene.Number);
        var plan = partition.Find(MemberCare.StoredAs.Of(summary.Number))!.Plan;
        return
        [
            $"{LetterOf(home)}",
            $"{line.GetProperty("members").GetInt32()}{(line.GetProperty("status").GetString() is "ended" ? " ended" : "")}",
            all.Where(listed => listed.Letter is 'A' or 'B' && listed.Household.PhysicianId == MovingScene.Responsible)
                .Select(listed => listed.Letter)
                .ToArray() switch
            {
                ['A', 'B'] => "both",
                ['B'] => "B",
                _ => "?",
            },
            string.Join(' ', lines.Select(item => Where(item.Household, item.Member)).Order(StringComparer.Ordinal)),
            booking is [var only] && HouseholdId.TryParse(only.GetProperty("householdId").GetString(), out var booked)
                ? Where(booked, only.GetProperty("member").GetInt32())
                : "free",
            partition
                .Documents.Count(document => document.Key.Split(':') is ["1", "consultation" or "referral" or "conference", ..])
                .ToString(CultureInfo.InvariantCulture),
            plan.Status is CarePlanStatus.Cancelled ? $"{plan.Status.ToStored()} {plan.Made!.Reason}" : plan.Status.ToStored(),
            string.Join(
                ' ',
                all.SelectMany(listed =>
                    RemindOfTomorrowHandler
                        .DueOn(listed.Household, DayOfTheSlot)
                        .Where(reminder => reminder.Kind is ReminderKind.AppointmentTomorrow)
                        .Select(reminder => Where(listed.Household.Id, reminder.Member))
                )
            ),
            string.Join(
                ' ',
                all.Where(listed => listed.Household.Head is not null)
                    .Select(listed => Where(listed.Household.Id, listed.Household.Head!.Number))
            ),
            FiguresOf([.. all.Select(listed => listed.Household)]),
        ];
    }

    private static string FiguresOf(IReadOnlyList<Household> all)
    {
        var counts = CoverageCounts.Sum(all.Select(household => CoverageCounts.Of(household, new DateOnly(2026, 11, 23))));
        return string.Create(CultureInfo.InvariantCulture, $"{counts.Households} {counts.Members} {counts.Sick}");
    }
}
