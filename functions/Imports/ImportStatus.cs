namespace Alleviation.Functions.Imports;

/// <summary>The status as the API shows it.</summary>
public enum ImportStatus
{
    Receiving,

    /// <summary>For a person to confirm what is used of the file. Nothing is enrolled until then.</summary>
    Waiting,
    Running,
    Completed,
    Cancelled,

    /// <summary>The upload broke off; nothing was enrolled.</summary>
    Failed,
}
