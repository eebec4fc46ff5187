namespace Alleviation.Functions.Consultations;

/// <summary>The names are stored.</summary>
public enum ConsultationKind
{
    /// <summary>Medication consultation (用药咨询).</summary>
    Medication,

    /// <summary>Care guidance (就医指导): where, when and how to be seen.</summary>
    Guidance,
}
