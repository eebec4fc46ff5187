namespace Alleviation.Functions.Consultations;

public enum ConsultationOutcome
{
    /// <summary>It is started, said, understood or closed.</summary>
    Done,

    /// <summary>It was sent before: nothing changed.</summary>
    Unchanged,

    /// <summary>Something else was sent under the same id. Nothing changed.</summary>
    SentDifferently,

    /// <summary>It did not pass the checks. Nothing changed.</summary>
    Invalid,

    /// <summary>The household has as many open consultations as it may have.</summary>
    TooManyConsultations,

    /// <summary>The consultation has as many messages as it may have: a new one is to be started.</summary>
    Full,

    /// <summary>The consultation is closed.</summary>
    Closed,

    /// <summary>Nobody is responsible for the household yet, so nobody would read it.</summary>
    NoPhysician,

    /// <summary>The team has no pharmacist to ask.</summary>
    NoPharmacist,

    /// <summary>Only the responsible physician may do this.</summary>
    NotResponsible,

    /// <summary>A physician cannot close what nobody has answered.</summary>
    Unanswered,

    /// <summary>A new complaint has to end in where, when and how to be seen.</summary>
    DispositionMissing,

    NotFound,
}
