using System.Globalization;
using Alleviation.Functions.Imports.Reading;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Functions.Imports.Storage;

/// <summary>
/// What a file holds and what is used of it: PartitionKey = import id, RowKey = <c>reading:</c> and the sheet's place; a row for the
/// values.
/// </summary>
public sealed class ReadingTable(TableServiceClient service, FieldSealer sealer)
{
    private const string Beginning = "reading:";
    private const string Values = Beginning + "values";

    /// <summary>In bytes: a column holds 64 KB.</summary>
    private const int MaxOfColumn = 60_000;

    private static readonly DocumentSchema<SheetReading> SheetSchema = new();
    private static readonly DocumentSchema<IReadOnlyDictionary<string, string>> ValuesSchema = new();

    private readonly TableClient _table = service.GetTableClient(ImportTable.Name);

    public async Task KeepAsync(ImportId import, FileReading reading, CancellationToken cancellationToken)
    {
        foreach (var sheet in reading.Sheets)
        {
            await KeepAsync(
                import,
                string.Create(CultureInfo.InvariantCulture, $"{Beginning}{sheet.Place:D4}"),
                SheetSchema,
                sheet,
                cancellationToken
            );
        }
        await KeepAsync(import, Values, ValuesSchema, reading.Values, cancellationToken);
    }

    public async Task<FileReading?> FindAsync(ImportId import, CancellationToken cancellationToken)
    {
        var (sheets, values) = (new List<SheetReading>(), default(IReadOnlyDictionary<string, string>));
        await foreach (var row in _table.QueryAsync<TableEntity>(FilterOf(import), cancellationToken: cancellationToken))
        {
            if (row.RowKey is Values)
            {
                values = Open(row, ValuesSchema);
            }
            else
            {
                sheets.Add(Open(row, SheetSchema));
            }
        }

        return values is null ? null : new FileReading(sheets, values);
    }

    public Task DeleteAsync(ImportId import, CancellationToken cancellationToken) =>
        Batch.DeleteAsync(_table, FilterOf(import), cancellationToken);

    private async Task KeepAsync<T>(ImportId import, string key, DocumentSchema<T> schema, T document, CancellationToken cancellationToken)
    {
        var row = new TableEntity(import.Value, key);
        foreach (var (index, piece) in schema.Seal(document, ContextOf(row), sealer).Chunk(MaxOfColumn).Index())
        {
            row[NameOf(index)] = piece;
        }
        await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    private T Open<T>(TableEntity row, DocumentSchema<T> schema)
    {
        var pieces = Enumerable
            .Range(0, int.MaxValue)
            .TakeWhile(index => row.ContainsKey(NameOf(index)))
            .SelectMany(index => row.Required<byte[]>(NameOf(index)));
        return schema.Open([.. pieces], ContextOf(row), sealer);
    }

    private static string FilterOf(ImportId import)
    {
        var (from, to) = (Beginning, Beginning + "~");
        return TableClient.CreateQueryFilter($"PartitionKey eq {import.Value} and RowKey ge {from} and RowKey lt {to}");
    }

    private static string NameOf(int index) => index is 0 ? "Reading" : string.Create(CultureInfo.InvariantCulture, $"Reading{index}");

    private static string ContextOf(TableEntity row) => $"{row.PartitionKey}/{row.RowKey}";
}
