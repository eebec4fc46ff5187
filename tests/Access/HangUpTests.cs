using System.Net.Sockets;
using System.Text;
using Alleviation.Functions.Access;

namespace Alleviation.Tests.Access;

public sealed class HangUpTests
{
    [Fact]
    public async Task CallerThatHangsUpInTheMiddle_IsOnRecordWithAnEnd()
    {
        await using var app = await AccessApp.StartAsync();
        var (account, token) = await app.HasAsync(Role.Operator);

        using (var client = new TcpClient())
        {
            await client.ConnectAsync(app.Client.BaseAddress!.Host, app.Client.BaseAddress.Port);
            var half =
                $"POST /api/accounts HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n"
                + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"userName\"";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(half));
            using var begun = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while ((await app.AuditRowsAsync()).Count is 0)
            {
                await Task.Delay(20, begun.Token);
            }
        }

        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await app.AuditRowsAsync()).Single() is not { } row || row.GetInt32("Status") is null)
        {
            await Task.Delay(20, timeout.Token);
        }
        Assert.Equal(account.Id, (await app.AuditRowsAsync()).Single().GetString("AccountId"));
    }
}
