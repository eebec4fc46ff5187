using System.Text;
using Alleviation.Load.Recording;

namespace Alleviation.Load.Floor;

/// <summary>The little of an answer that the next call needs.</summary>
internal static class FloorAnswers
{
    private const string ETagStart = "\"odata.etag\":\"";

    /// <summary>The ETag of the header in an answer of one row or of many; of the only row where there is no header.</summary>
    public static string ETagOfHeader(string rows)
    {
        var header = rows.IndexOf("\"RowKey\":\"1:household\"", StringComparison.Ordinal);
        var start =
            header < 0 ? rows.IndexOf(ETagStart, StringComparison.Ordinal) : rows.LastIndexOf(ETagStart, header, StringComparison.Ordinal);
        if (start < 0)
        {
            throw new LoadException("The floor read a row without an ETag.");
        }
        start += ETagStart.Length;
        return rows[start..rows.IndexOf("'\\\"\"", start, StringComparison.Ordinal)].Replace("\\", "", StringComparison.Ordinal) + "'\"";
    }

    /// <summary>Of a message that was put: the end of the address that removes it.</summary>
    public static string Receipt(byte[] answer)
    {
        var xml = Encoding.UTF8.GetString(answer);
        var receipt = RecordedHousehold.Between(xml, "<PopReceipt>", "</PopReceipt>");
        return $"{RecordedHousehold.Between(xml, "<MessageId>", "</MessageId>")}?popreceipt={Uri.EscapeDataString(receipt)}";
    }

    /// <summary>What was received: of each message its id, its receipt and its text.</summary>
    public static IEnumerable<(string Id, string Receipt, string Text)> Messages(byte[] answer)
    {
        var xml = Encoding.UTF8.GetString(answer);
        foreach (var message in xml.Split("<QueueMessage>").Skip(1))
        {
            yield return (
                RecordedHousehold.Between(message, "<MessageId>", "</MessageId>"),
                RecordedHousehold.Between(message, "<PopReceipt>", "</PopReceipt>"),
                Encoding.UTF8.GetString(Convert.FromBase64String(RecordedHousehold.Between(message, "<MessageText>", "</MessageText>")))
            );
        }
    }
}
