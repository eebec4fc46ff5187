using System.Buffers;
using System.Text;
using Azure.Core;
using Azure.Data.Tables.Rows;

namespace Azure.Data.Tables.Wire;

/// <summary>Writes a transaction: one change set in one batch, each change a request of its own inside.</summary>
internal sealed class TransactionBody(TableAccount account)
{
    private readonly ArrayBufferWriter<byte> _buffer = new(16 * 1024);
    private readonly string _batch = $"batch_{Guid.NewGuid()}";
    private readonly string _changeSet = $"changeset_{Guid.NewGuid()}";
    private int _changes;

    public string ContentType => $"multipart/mixed; boundary={_batch}";

    public void Add(RowChange change)
    {
        if (_changes++ == 0)
        {
            Text($"--{_batch}\r\nContent-Type: multipart/mixed; boundary={_changeSet}\r\n\r\n");
        }

        Text($"--{_changeSet}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
        Text($"{change.Method} {account.Address}/{change.Path} HTTP/1.1\r\n");
        Text("Accept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n");
        if (change.IfMatch is { } ifMatch) { Text($"If-Match: {ifMatch}\r\n"); }
        if (change.Row is { } row)
        {
            Text("Prefer: return-no-content\r\nContent-Type: application/json\r\n\r\n");
            RowJson.Write(_buffer, row);
        }
        else
        {
            Text("\r\n");
        }

        Text("\r\n");
    }

    public RequestContent Close()
    {
        Text($"--{_changeSet}--\r\n--{_batch}--\r\n");
        return RequestContent.Create(_buffer.WrittenMemory);
    }

    private void Text(string text) => Encoding.UTF8.GetBytes(text, _buffer);
}
