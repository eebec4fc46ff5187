using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Imports;

/// <summary>
/// How many uploads this host reads at once, in all and of one account: what is too many is turned away before its first byte is read.
/// </summary>
public sealed class UploadLimit(IOptions<ImportOptions> options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _byAccount = new(StringComparer.Ordinal);
    private int _all;

    /// <summary>Null where the account, or the host, has to finish others first.</summary>
    public IDisposable? Take(string accountId)
    {
        lock (_lock)
        {
            var own = _byAccount.GetValueOrDefault(accountId);
            if (own >= options.Value.UploadsPerAccount || _all >= options.Value.UploadsAtOnce)
            {
                return null;
            }
            (_byAccount[accountId], _all) = (own + 1, _all + 1);
            return new Turn(this, accountId);
        }
    }

    private void Give(string accountId)
    {
        lock (_lock)
        {
            _all--;
            if (--_byAccount[accountId] is 0)
            {
                _byAccount.Remove(accountId);
            }
        }
    }

    private sealed class Turn(UploadLimit turns, string accountId) : IDisposable
    {
        private bool _isGiven;

        public void Dispose()
        {
            if (!_isGiven)
            {
                turns.Give(accountId);
            }
            _isGiven = true;
        }
    }
}
