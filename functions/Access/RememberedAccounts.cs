using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Access;

/// <summary>
/// The accounts of those who are calling, as they were less than a minute ago: a disabled or changed account's tokens end soon, and a
/// request costs no read.
/// </summary>
public sealed class RememberedAccounts(AccountTable accounts, IOptions<AccessOptions> options, TimeProvider clock)
{
    private const int Max = 20_000;
    private readonly ConcurrentDictionary<string, Remembered> _remembered = new(StringComparer.Ordinal);

    /// <summary>Null where there is no such account.</summary>
    public async Task<Account?> FindAsync(string accountId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_remembered.TryGetValue(accountId, out var known) && now < known.Until)
        {
            return await known.Account.Value.WaitAsync(cancellationToken);
        }
        if (_remembered.Count >= Max)
        {
            ForgetOld(now);
        }

        // Many requests of one account that arrive together share one read; it must not end with the first of them.
        var fresh = new Remembered(now + options.Value.AccountsRemembered, new(() => ReadAsync(accountId)));
        var current = _remembered.AddOrUpdate(accountId, fresh, (_, remembered) => now < remembered.Until ? remembered : fresh);
        try
        {
            return await current.Account.Value.WaitAsync(cancellationToken);
        }
        catch (Exception) when (current.Account.Value.IsFaulted)
        {
            _remembered.TryRemove(new(accountId, current));
            throw;
        }
    }

    /// <summary>After a change in this very process: its effect is seen at once.</summary>
    public void Forget(string accountId) => _remembered.TryRemove(accountId, out _);

    private async Task<Account?> ReadAsync(string accountId) => (await accounts.FindAsync(accountId, CancellationToken.None))?.Account;

    private void ForgetOld(DateTimeOffset now)
    {
        foreach (var entry in _remembered.Where(entry => entry.Value.Until <= now))
        {
            _remembered.TryRemove(entry);
        }
        if (_remembered.Count >= Max)
        {
            _remembered.Clear();
        }
    }

    private sealed record Remembered(DateTimeOffset Until, Lazy<Task<Account?>> Account);
}
