using System.Text.Json;

namespace Alleviation.Tests.Imports;

/// <summary>What an answer says has become of an import.</summary>
internal static class ImportOutcome
{
    public static (string Status, int Lines, int Households, int Accepted, int Unchanged, int Refused, double Progress) Counts(
        JsonElement import
    ) =>
        (
            import.GetProperty("status").GetString()!,
            import.GetProperty("lines").GetInt32(),
            import.GetProperty("households").GetInt32(),
            import.GetProperty("accepted").GetInt32(),
            import.GetProperty("unchanged").GetInt32(),
            import.GetProperty("refused").GetInt32(),
            import.GetProperty("progress").GetDouble()
        );

    public static IEnumerable<(int Line, string? Column, string Code)> Refusals(JsonElement import) =>
        import
            .GetProperty("refusedLines")
            .GetProperty("items")
            .EnumerateArray()
            .Select(refusal =>
                (
                    refusal.GetProperty("line").GetInt32(),
                    refusal.TryGetProperty("column", out var column) ? column.GetString() : null,
                    refusal.GetProperty("code").GetString()!
                )
            );
}
