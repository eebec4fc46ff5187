using System.Globalization;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Conflicts;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure;
using Azure.Data.Tables;

namespace Alleviation.Functions.Appointments;

/// <summary>
/// Table <c>Appointments</c>: PartitionKey = physician id, RowKey = start of a claimed slot in UTC, such as <c>20261201T0130Z</c>.
/// </summary>
public sealed class AppointmentTable(TableServiceClient service, FieldSealer sealer)
{
    public const string Name = "Appointments";

    private readonly TableClient _table = service.GetTableClient(Name);

    /// <summary>Claims from a moment to before another, in order.</summary>
    public async Task<IReadOnlyList<SlotClaim>> ListAsync(
        PhysicianId physician,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    )
    {
        var claims = new List<SlotClaim>();
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {physician.Value} and RowKey ge {KeyOf(from)} and RowKey lt {KeyOf(to)}"
        );
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            claims.Add(Read(row));
        }
        return claims;
    }

    public async Task<StoredClaim?> FindAsync(string physicianId, DateTimeOffset start, CancellationToken cancellationToken)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(physicianId, KeyOf(start), cancellationToken: cancellationToken);
        return row.HasValue ? new StoredClaim(Read(row.Value!), row.Value!.ETag) : null;
    }

    /// <returns>False when another booking holds the slot.</returns>
    public Task<bool> TryClaimAsync(SlotClaim claim, CancellationToken cancellationToken) =>
        ConflictRetry.RunAsync(
            async token =>
            {
                try
                {
                    await _table.AddEntityAsync(Write(claim), token);
                    return Attempt.Done(true);
                }
                catch (RequestFailedException failure) when (failure.IsAlreadyThere())
                {
                    if (await FindAsync(claim.PhysicianId, claim.Start, token) is not { } held)
                    {
                        return Attempt.Overtaken<bool>();
                    }
                    if (!held.Claim.IsOf(claim))
                    {
                        return Attempt.Done(false);
                    }
                    // The same request again: its claim is renewed, so that it does not look abandoned.
                    return new Attempt<bool>(await TryReplaceAsync(claim, held.ETag, token), true);
                }
            },
            cancellationToken
        );

    /// <returns>False when the row was written since it was read.</returns>
    public async Task<bool> TryReleaseAsync(StoredClaim held, CancellationToken cancellationToken)
    {
        try
        {
            await _table.DeleteEntityAsync(held.Claim.PhysicianId, KeyOf(held.Claim.Start), held.ETag, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsChangedMeanwhile())
        {
            return false;
        }
    }

    /// <returns>False when the row was written since it was read.</returns>
    public async Task<bool> TryReplaceAsync(SlotClaim claim, ETag etag, CancellationToken cancellationToken)
    {
        try
        {
            await _table.UpdateEntityAsync(Write(claim), etag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.IsChangedMeanwhile() || failure.IsGone())
        {
            return false;
        }
    }

    private TableEntity Write(SlotClaim claim) =>
        new(claim.PhysicianId, KeyOf(claim.Start))
        {
            ["Minutes"] = claim.Minutes,
            ["Place"] = claim.Place,
            ["AppointmentId"] = claim.AppointmentId,
            ["HouseholdId"] = claim.Household.Value,
            ["Member"] = claim.Member,
            ["ClaimedAt"] = claim.ClaimedAt,
            ["Sealed"] = sealer.Seal(claim.Name, Context(claim.PhysicianId, KeyOf(claim.Start))),
        };

    private SlotClaim Read(TableEntity row)
    {
        if (!HouseholdId.TryParse(row.Required<string>("HouseholdId"), out var household))
        {
            throw new FormatException("A claim names no household id.");
        }
        return new SlotClaim(
            row.PartitionKey,
            DateTimeOffset.ParseExact(row.RowKey, KeyForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            row.Required<int>("Minutes"),
            row.Required<string>("Place"),
            row.Required<string>("AppointmentId"),
            household,
            row.Required<int>("Member"),
            row.Required<DateTimeOffset>("ClaimedAt"),
            sealer.Open(row.Required<byte[]>("Sealed"), Context(row.PartitionKey, row.RowKey))
        );
    }

    private const string KeyForm = "yyyyMMdd'T'HHmm'Z'";

    private static string KeyOf(DateTimeOffset start) => start.UtcDateTime.ToString(KeyForm, CultureInfo.InvariantCulture);

    private static string Context(string physicianId, string key) => $"{Name}/{physicianId}/{key}";
}
