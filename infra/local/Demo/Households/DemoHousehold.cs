namespace Alleviation.Demo.Households;

/// <summary>A household as a health worker would send it; property names are those of POST /api/households.</summary>
public sealed record DemoHousehold(
    string RegistrationNumber,
    string VillageCode,
    string Address,
    string Phone,
    string Kind,
    IReadOnlyList<string> Causes,
    IReadOnlyList<DemoMember> Members
);

public sealed record DemoMember(
    string Name,
    string? IdNumber,
    string? IdMissingReason,
    string Sex,
    DateOnly BornOn,
    string Relationship,
    string? Phone,
    DemoBasicInformation BasicInformation,
    IReadOnlyList<DemoCondition> Conditions,
    IReadOnlyList<DemoReading> Readings
);

public sealed record DemoCondition(string Code, DateOnly DiagnosedOn);

public sealed record DemoReading(string Code, decimal Value, string Unit, DateTimeOffset TakenAt);
