using System.Globalization;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Worklists;
using Alleviation.Load.Storage;
using Azure.Data.Tables;

namespace Alleviation.Load.Works;

/// <summary>The list of a physician with many patients.</summary>
internal static class LongWorklist
{
    public const string Physician = "P441403100-01";
    private const string Village = "441403100201";
    private const int Members = 4;

    /// <summary>
    /// Puts so many lines on the list as the projection does, due from a month ago to three months ahead, one in a hundred urgent.
    /// </summary>
    public static async Task FillAsync(EmulatorAccount account, RunFolder folder, int items, CancellationToken cancellationToken)
    {
        var keys = KeyFile.LoadOrCreate(folder.KeyFile);
        var worklists = new WorklistTable(new TableServiceClient(account.ConnectionString), new FieldSealer(keys), new Fingerprinter(keys));
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, items / Members),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken },
            async (number, token) => await worklists.RowsOf(Physician, HouseholdOf(number, today)).ShowAsync(known: null, token)
        );
    }

    private static Household HouseholdOf(int number, DateOnly today) =>
        new(
            HouseholdId.OfFingerprint(number.ToString("x32", CultureInfo.InvariantCulture)),
            1,
            HouseholdStage.Routed,
            string.Create(CultureInfo.InvariantCulture, $"L{number}"),
            Village,
            Address: null,
            Phone: null,
            "general",
            [],
            "",
            DateTimeOffset.UnixEpoch,
            "load"
        )
        {
            PhysicianId = Physician,
            Members = [.. Enumerable.Range(1, Members).Select(member => MemberOf(member, number * Members + member, today))],
        };

    private static MemberSummary MemberOf(int number, int line, DateOnly today) =>
        new(
            number,
            "示例",
            "1",
            new DateOnly(1960, 1, 1),
            ["I10", "E11"],
            string.Create(CultureInfo.InvariantCulture, $"{Village}{line:D5}"),
            new PlanSummary(
                "active",
                line % 100 == 0,
                [new DueFollowUp("hypertension", today.AddDays(line * 7 % 120 - 30), 90)],
                ["generalPractice"],
                []
            )
        );
}
