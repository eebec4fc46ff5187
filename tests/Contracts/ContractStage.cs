using Alleviation.Tests.Support;
using Alleviation.Tests.Transfers;

namespace Alleviation.Tests.Contracts;

/// <summary>A household whose contract is signed on paper by its first member.</summary>
public abstract class ContractStage() : WithScene<PanelScene>(() => PanelScene.StartAsync())
{
    protected static readonly object Basic = new
    {
        package = "basic",
        signedOn = "2026-11-20",
        method = "paper",
        signedBy = 1,
    };

    private protected Task<Contract.Answer> CallAsync(
        string operation,
        int status,
        object? body = null,
        HttpClient? by = null,
        string year = "2026",
        string? ifMatch = null
    ) => Scene.CallAsync(operation, status, body, by, ifMatch: ifMatch, path: ("year", year));
}
