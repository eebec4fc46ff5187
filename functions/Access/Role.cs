namespace Alleviation.Functions.Access;

/// <summary>Who somebody is to the service.</summary>
public enum Role
{
    /// <summary>Village doctors and township staff: enrol and visit in their regions.</summary>
    HealthWorker,

    /// <summary>Own panel and team.</summary>
    Physician,

    /// <summary>Counts of their regions; a named case only with a reason.</summary>
    Official,

    /// <summary>Runs the service: accounts, problems, replays.</summary>
    Operator,

    /// <summary>Reads who did what.</summary>
    Auditor,
}
