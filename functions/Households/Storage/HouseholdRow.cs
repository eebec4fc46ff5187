using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Functions.Households.Storage;

/// <summary>
/// The header: PartitionKey = household id, RowKey = <c>1:household</c>. What operators and queries may see are columns; all that tells
/// of persons and their health is one sealed document. Column and property names are a stored contract; HouseholdRowTests pins them.
/// </summary>
internal static class HouseholdRow
{
    public const string Key = $"{DocumentKeys.Now}household";

    private static readonly DocumentSchema<Document> Schema = new();

    public static TableEntity Write(Household household, string commitId, FieldSealer sealer) =>
        new(household.Id.Value, Key)
        {
            ["Version"] = household.Version,
            ["CommitId"] = commitId,
            ["Stage"] = household.Stage.ToString(),
            ["VillageCode"] = household.VillageCode,
            ["PhysicianId"] = household.PhysicianId,
            ["ContentFingerprint"] = household.ContentFingerprint,
            ["ContentVersion"] = household.ContentVersion,
            ["EnrolledAt"] = household.EnrolledAt,
            ["EnrolledBy"] = household.EnrolledBy,
            ["Source"] = household.Source,
            ["Sealed"] = Schema.Seal(Document.From(household), Context(household.Id), sealer),
        };

    public static StoredHousehold Read(TableEntity row, FieldSealer sealer)
    {
        if (!HouseholdId.TryParse(row.PartitionKey, out var id))
        {
            throw new FormatException("A header stands under no household id.");
        }
        var document = Schema.Open(row.Required<byte[]>("Sealed"), Context(id), sealer);
        var household = new Household(
            id,
            VersionOf(row),
            Enum.Parse<HouseholdStage>(row.Required<string>("Stage")),
            document.RegistrationNumber,
            row.Required<string>("VillageCode"),
            document.Address,
            document.Phone,
            document.Kind,
            document.Causes,
            row.Required<string>("ContentFingerprint"),
            row.Required<DateTimeOffset>("EnrolledAt"),
            row.Required<string>("EnrolledBy")
        )
        {
            ContentVersion = row.Required<int>("ContentVersion"),
            PhysicianId = row.GetString("PhysicianId"),
            PhoneAsGiven = document.PhoneAsGiven,
            Members = document.Members,
            FormerPhysicianIds = document.FormerPhysicianIds,
            FormerVillageCodes = document.FormerVillageCodes,
            Team = document.Team,
            Problems = document.Problems,
            ToRelease = document.ToRelease,
            Tasks = document.Tasks ?? [],
            Guests = document.Guests ?? [],
            ContractYears = document.ContractYears ?? [],
            Contracts = document.Contracts ?? [],
            Referrals = document.Referrals ?? ReferralLedger.None,
            PovertyStatuses = document.PovertyStatuses ?? [],
            Source = row.Required<string>("Source"),
        };
        return new StoredHousehold(household, row.Required<string>("CommitId"), row.ETag.ToString());
    }

    public static int VersionOf(TableEntity row) => row.Required<int>("Version");

    private static string Context(HouseholdId id) => $"{id}/{Key}";

    private sealed record Document(
        string RegistrationNumber,
        string? Address,
        string? Phone,
        string Kind,
        IReadOnlyList<string> Causes,
        IReadOnlyList<MemberSummary> Members,
        IReadOnlyList<string> FormerPhysicianIds,
        IReadOnlyList<string> FormerVillageCodes,
        IReadOnlyList<TeamMember> Team,
        IReadOnlyList<HouseholdProblem> Problems,
        IReadOnlyList<HeldIdentity> ToRelease,
        IReadOnlyList<HouseholdTask>? Tasks,
        IReadOnlyList<Guest>? Guests,
        IReadOnlyList<int>? ContractYears,
        ReferralLedger? Referrals,
        IReadOnlyList<PovertyStatus>? PovertyStatuses,
        string? PhoneAsGiven = null,
        IReadOnlyList<ContractLedger>? Contracts = null
    )
    {
        public static Document From(Household household) =>
            new(
                household.RegistrationNumber,
                household.Address,
                household.Phone,
                household.Kind,
                household.Causes,
                household.Members,
                household.FormerPhysicianIds,
                household.FormerVillageCodes,
                household.Team,
                household.Problems,
                household.ToRelease,
                household.Tasks,
                household.Guests,
                household.ContractYears,
                household.Referrals,
                household.PovertyStatuses,
                household.PhoneAsGiven,
                household.Contracts.Count == 0 ? null : household.Contracts
            );
    }
}

/// <summary>A row whose content is one sealed document, bound to its keys: moved to another row it does not open.</summary>
internal static class SealedRow
{
    private const string Column = "Sealed";

    public static TableEntity Write(HouseholdId household, PutDocument document, FieldSealer sealer) =>
        new TableEntity(household.Value, document.Key).WithBytes(
            Column,
            sealer.Seal(document.Write(), Context(household.Value, document.Key))
        );

    public static StoredDocument Read(TableEntity row, FieldSealer sealer) =>
        new(row.RowKey, () => sealer.OpenBytes(row.BytesOf(Column), Context(row.PartitionKey, row.RowKey)));

    private static string Context(string partitionKey, string rowKey) => $"{partitionKey}/{rowKey}";
}
