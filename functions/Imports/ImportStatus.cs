namespace Alleviation.Functions.Imports;

/// <summary>What people are told.</summary>
public enum ImportStatus
{
    Receiving,
    Running,
    Completed,
    Cancelled,

    /// <summary>The upload broke off; nothing was enrolled.</summary>
    Failed,
}
