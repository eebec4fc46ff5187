using Alleviation.Functions.Platform;
using Alleviation.Functions.Platform.Sealing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Alleviation.Functions.Access;

/// <summary>
/// Somebody must be the first who may make accounts: made from the settings at start, and only while there is no account at all.
/// </summary>
public sealed partial class FirstOperator(
    AccountTable accounts,
    AddAccountHandler addAccount,
    IOptions<AccessOptions> options,
    ILogger<FirstOperator> log
) : BeforeStart
{
    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        var wanted = options.Value.FirstOperator;
        if (await IsAnyAsync(cancellationToken) || string.IsNullOrEmpty(wanted.UserName))
        {
            return;
        }
        var command = new AddAccountRequest(wanted.UserName, wanted.UserName, Role.Operator, [], null, wanted.Password);
        if (command.Check() is [var error, ..])
        {
            throw new OptionsValidationException("Access", typeof(AccessOptions), [$"Access:FirstOperator: {error.Field} ({error.Code})."]);
        }
        // Two hosts that start at once: the second finds the account there, which is as good.
        if (await addAccount.HandleAsync(command, cancellationToken) is { } account)
        {
            Made(account.Id);
        }
    }

    // A start with a lost or strange key ring would mix data that nobody can ever read together again.
    private async Task<bool> IsAnyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await accounts.AnyAsync(cancellationToken);
        }
        catch (SealBrokenException exception)
        {
            throw new InvalidOperationException(
                "The accounts stored here were sealed with another key ring: see Keys:File or Keys:VaultUri.",
                exception
            );
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Made the first operator's account {AccountId}")]
    private partial void Made(string accountId);
}
