namespace Alleviation.Functions.Imports;

/// <summary>How far the upload has come. What becomes of the lines is told by the chunks' results.</summary>
public enum ImportStage
{
    Receiving,
    Received,
    Failed,
}
