namespace Alleviation.Functions.Records;

/// <summary>One event of a record. Entries are added, never changed.</summary>
/// <param name="Kind">What happened: <c>enrolment</c> …</param>
/// <param name="Id">Tells entries of the same moment apart and makes a repeated write the same row.</param>
/// <param name="By">Account id.</param>
public sealed record Entry(int Member, DateTimeOffset At, string Kind, string Id, string By)
{
    public const string Enrolment = "enrolment";

    public IReadOnlyList<Reading> Readings { get; init; } = [];
}
