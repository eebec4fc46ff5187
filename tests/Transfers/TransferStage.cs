using Alleviation.Tests.Support;

namespace Alleviation.Tests.Transfers;

/// <summary>A household that a physician proposes to hand over to a colleague.</summary>
public abstract class TransferStage() : WithScene<PanelScene>(() => PanelScene.StartAsync())
{
    protected const string Id = "0f8fad5bd9cb469fa16570867728950e";
    protected const string Later = "1f8fad5bd9cb469fa16570867728950e";

    private protected Task<Contract.Answer> ProposeAsync(
        int status,
        string to = PanelScene.Colleague,
        string reason = "迁居",
        string id = Id,
        HttpClient? by = null
    ) => Scene.CallAsync("Transfers_Propose", status, new { to, reason }, by ?? Scene.Physician, path: ("transferId", id));

    private protected Task<Contract.Answer> StepAsync(string operation, int status, HttpClient by, object? body = null) =>
        Scene.CallAsync(operation, status, body, by, path: ("transferId", Id));
}
