using Alleviation.Functions.Access;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Access;

/// <summary>A service, an account of it, and a token of that account.</summary>
public sealed class AccountScene : IAsyncDisposable
{
    private AccountScene(AccessApp app, Account account, string token) => (App, Account, Token) = (app, account, token);

    public AccessApp App { get; }

    public Account Account { get; }

    public string Token { get; }

    public static Task<AccountScene> StartAsync(Role role, string? userName = null) =>
        AccessApp
            .StartAsync()
            .ThenAsync(async app =>
            {
                var (account, token) = await app.HasAsync(role, userName);
                return new AccountScene(app, account, token);
            });

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
