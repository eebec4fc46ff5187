using Alleviation.Functions.Platform.Storage;
using Azure.Data.Tables;

namespace Alleviation.Functions.Imports.Storage;

/// <summary>A chunk's result: PartitionKey = import id, RowKey = <c>chunk:</c> and the chunk's prefix.</summary>
internal static class ChunkResultRow
{
    public const string Beginning = "chunk:";

    public static string KeyOf(ImportChunk chunk) => Beginning + chunk.Prefix;

    public static TableEntity Write(ImportId import, ImportChunk chunk, ChunkResult result) =>
        new(import.Value, KeyOf(chunk))
        {
            ["Accepted"] = result.Accepted,
            ["Unchanged"] = result.Unchanged,
            ["Refused"] = result.Refused,
            ["RefusedLines"] = result.RefusedLines,
            ["CutShort"] = result.CutShort,
            ["FinishedAt"] = result.FinishedAt,
        };

    public static ChunkResult Read(TableEntity row) =>
        new(
            row.Required<int>("Accepted"),
            row.Required<int>("Unchanged"),
            row.Required<int>("Refused"),
            row.Required<int>("RefusedLines"),
            row.Required<bool>("CutShort"),
            row.Required<DateTimeOffset>("FinishedAt")
        );
}
