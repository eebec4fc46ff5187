using Alleviation.Functions.Households;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Enrolment;

/// <summary>A household as a form or a line of the registry list sends it: nothing in it has been checked yet.</summary>
/// <param name="RegistrationNumber">建档立卡户编号, 6 to 32 letters, digits and dashes; the household's natural key.</param>
/// <param name="VillageCode">GB/T 2260 village code, 12 digits.</param>
/// <param name="Kind">Code of list householdKind.</param>
/// <param name="Causes">Codes of list povertyCause.</param>
/// <param name="Members">1 to 30, one of them the head.</param>
public sealed record EnrolmentRequest(
    string? RegistrationNumber,
    string? VillageCode,
    string? Address,
    string? Phone,
    string? Kind,
    IReadOnlyList<string>? Causes,
    IReadOnlyList<MemberRequest>? Members,
    IReadOnlyList<PovertyStatusRequest>? PovertyStatuses = null
)
{
    /// <summary>A telephone cell of a list whose text says more than the number read from it, or none that can be read.</summary>
    public string? PhoneAsGiven { get; init; }
}

/// <param name="Code">Code of list povertyStatus.</param>
/// <param name="Source">Who decided, or the list that says so.</param>
public sealed record PovertyStatusRequest(string? Code, DateOnly? On, string? Source = null);

/// <param name="Number">1 to 30; the place in the list when it is left out. An update names the members that are there by it.</param>
/// <param name="IdNumber">GB 11643 citizen ID, 18 characters; may be missing for a reason of list idMissingReason.</param>
/// <param name="Sex">Code of list sex; follows from the citizen ID where there is one.</param>
/// <param name="BornOn">Follows from the citizen ID where there is one.</param>
/// <param name="Relationship">Code of list relationship; 0 is the head.</param>
public sealed record MemberRequest(
    int? Number,
    string? Name,
    string? IdNumber,
    string? IdMissingReason,
    string? Sex,
    DateOnly? BornOn,
    string? Relationship,
    string? Phone,
    BasicInformation? BasicInformation,
    IReadOnlyList<ConditionRequest>? Conditions,
    IReadOnlyList<ReadingRequest>? Readings,
    DepartureRequest? Departure = null
)
{
    /// <summary>As for the household.</summary>
    public string? PhoneAsGiven { get; init; }
}

/// <param name="Code">Code of list conditions (ICD-10).</param>
public sealed record ConditionRequest(string? Code, DateOnly? DiagnosedOn);

/// <summary>A member who left the household: the record stays, the identity is free to be claimed by another household.</summary>
/// <param name="Reason">Code of list departureReason.</param>
public sealed record DepartureRequest(DateOnly? On, string? Reason);
