namespace Alleviation.Functions.Imports;

public enum ImportPurpose
{
    /// <summary>Enrols the households and enters them in the registry.</summary>
    Enrolment,

    /// <summary>Enters them in the registry only: who is to be enrolled, the denominator of coverage.</summary>
    Registry,

    /// <summary>A list of physicians: keeps each on the roster.</summary>
    Roster,
}
