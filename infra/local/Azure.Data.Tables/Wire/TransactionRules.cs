using System.Globalization;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// What the service refuses and the emulator lets pass. Told here in the service's words, so that a mistake is seen before it
/// reaches the service.
/// </summary>
internal sealed class TransactionRules
{
    private const int MaximumActions = 100;
    private readonly HashSet<string> _rowKeys = new(StringComparer.Ordinal);
    private string? _partitionKey;

    public void Check(ITableEntity row)
    {
        var index = _rowKeys.Count;
        _partitionKey ??= row.PartitionKey;
        if (index == MaximumActions)
        {
            throw Refusal(index, TableErrorCode.InvalidInput, "The batch request operation exceeds the maximum 100 changes per change set.");
        }

        if (row.PartitionKey != _partitionKey)
        {
            throw Refusal(index, TableErrorCode.CommandsInBatchActOnDifferentPartitions, "All commands in a batch must operate on same entity group.");
        }

        if (!_rowKeys.Add(row.RowKey))
        {
            throw Refusal(index, TableErrorCode.InvalidDuplicateRow, "A command with this RowKey is already present in the batch.");
        }
    }

    private static TableTransactionFailedException Refusal(int index, TableErrorCode code, string message) =>
        new(new RequestFailedException(400, string.Create(CultureInfo.InvariantCulture, $"{index}:{message}"), code.ToString(), null));
}
