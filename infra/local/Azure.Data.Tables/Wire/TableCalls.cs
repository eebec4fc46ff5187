using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Wire;

/// <summary>The calls about tables as such.</summary>
internal static class TableCalls
{
    public static HttpMessage Create(TableAccount account, string tableName)
    {
        var message = account.NewMessage(RequestMethod.Post, "Tables");
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        message.Request.Headers.SetValue(HttpHeader.Names.ContentType, "application/json");
        message.Request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["TableName"] = tableName }));
        return message;
    }

    public static HttpMessage Delete(TableAccount account, string tableName) =>
        account.NewMessage(RequestMethod.Delete, $"Tables('{Uri.EscapeDataString(tableName)}')");

    public static HttpMessage List(TableAccount account, string? filter, string? nextTable, int? size) => account.NewMessage(
        RequestMethod.Get,
        new QueryString("Tables").With("$filter", filter).With("$top", size).With("NextTableName", nextTable).ToString());

    public static Response<TableItem> Created(string tableName, Response response) =>
        response.Status is 201 or 204 ? Response.FromValue(new TableItem(tableName), response) : throw TableErrors.Fault(response);

    public static Response<TableItem> Exists(string tableName, Response response) =>
        response.Status is 409 && TableErrors.CodeOf(response) == TableErrorCode.TableAlreadyExists
            ? Response.FromValue(new TableItem(tableName), response)
            : Created(tableName, response);

    public static Response Deleted(Response response) => response.Status is 204 or 404 ? response : throw TableErrors.Fault(response);

    public static Page<TableItem> Listed(Response response)
    {
        if (response.Status is not 200) { throw TableErrors.Fault(response); }
        using var document = JsonDocument.Parse(response.Content.ToMemory());
        var tables = document.RootElement.GetProperty("value").EnumerateArray()
            .Select(table => new TableItem(table.GetProperty("TableName").GetString()!))
            .ToList();
        return Page<TableItem>.FromValues(tables, response.Headers.TryGetValue("x-ms-continuation-NextTableName", out var next) ? next : null, response);
    }
}
