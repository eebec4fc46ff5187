namespace Alleviation.Functions.Imports;

/// <summary>How far the upload has come. What becomes of the lines is told by the chunks' results.</summary>
public enum ImportStage
{
    Receiving,

    /// <summary>The file is read and kept; somebody has to confirm what is used of it.</summary>
    Waiting,
    Received,
    Failed,
}
