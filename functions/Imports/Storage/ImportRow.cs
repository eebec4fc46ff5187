using Alleviation.Functions.Access;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Functions.Imports.Storage;

/// <summary>
/// An import's header: PartitionKey = import id, RowKey = <c>import</c>. Column names are a stored contract; ImportTableTests pins them.
/// </summary>
internal static class ImportRow
{
    public const string Key = "import";

    public static TableEntity Write(Import import, FieldSealer sealer) =>
        new(import.Id.Value, Key)
        {
            ["Purpose"] = import.Purpose.ToString(),
            ["Stage"] = import.Stage.ToString(),
            ["StartedBy"] = import.StartedBy.AccountId,
            ["Role"] = import.StartedBy.Role.ToString(),
            ["Regions"] = string.Join(',', import.StartedBy.Regions),
            // People name files after people.
            ["FileName"] = import.FileName is null ? null : sealer.Seal(import.FileName, Context(import.Id)),
            ["Lines"] = import.Lines,
            ["Households"] = import.Households,
            ["Chunks"] = import.Chunks,
            ["Mends"] = import.Mends?.Value,
            ["StartedAt"] = import.StartedAt,
            ["CancelledAt"] = import.CancelledAt,
            ["FailedAt"] = import.FailedAt,
        };

    public static Import Read(TableEntity row, FieldSealer sealer)
    {
        if (!ImportId.TryParse(row.PartitionKey, out var id))
        {
            throw new FormatException("An import's header stands under no import id.");
        }
        var regions = row.Required<string>("Regions").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var startedBy = new Caller(
            row.Required<string>("StartedBy"),
            Enum.Parse<Role>(row.Required<string>("Role")),
            regions,
            PhysicianId: null,
            DisplayName: ""
        );
        var fileName = row.GetBinary("FileName") is { } name ? sealer.Open(name, Context(id)) : null;
        return new Import(
            id,
            Enum.Parse<ImportPurpose>(row.Required<string>("Purpose")),
            startedBy,
            fileName,
            row.Required<DateTimeOffset>("StartedAt")
        )
        {
            Stage = Enum.Parse<ImportStage>(row.Required<string>("Stage")),
            Lines = row.Required<int>("Lines"),
            Households = row.Required<int>("Households"),
            Chunks = row.Required<int>("Chunks"),
            Mends = ImportId.TryParse(row.GetString("Mends"), out var mends) ? mends : null,
            CancelledAt = row.GetDateTimeOffset("CancelledAt"),
            FailedAt = row.GetDateTimeOffset("FailedAt"),
        };
    }

    private static string Context(ImportId id) => $"{id}/{Key}";
}
