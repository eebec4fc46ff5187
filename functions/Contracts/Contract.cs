using System.Globalization;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Storage;

namespace Alleviation.Functions.Contracts;

/// <summary>
/// A household's family-doctor contract for a calendar year (家庭医生签约). What was promised is kept as it was when it was signed,
/// whatever becomes of the package; signed again, it promises what the members need now.
/// </summary>
/// <param name="Version">1 for the first signing, then one more for each change.</param>
/// <param name="Package">Code of a service package.</param>
/// <param name="Method">Code of list signingMethod.</param>
/// <param name="SignedBy">The number of the member who signed for the household.</param>
/// <param name="PhysicianId">Who was responsible then.</param>
/// <param name="RecordedBy">Account id.</param>
public sealed record Contract(
    int Year,
    int Version,
    string Package,
    DateOnly SignedOn,
    string Method,
    int SignedBy,
    string PhysicianId,
    string RecordedBy,
    DateTimeOffset RecordedAt,
    IReadOnlyList<PromisedService> Services
)
{
    /// <summary>Of the household as a whole, by its year.</summary>
    public static DocumentKind<Contract> StoredAs { get; } = new("contract");

    public static string YearId(int year) => year.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>Who signed for a member who is not of age or cannot act alone; null where the member signed.</summary>
    public string? Guardian { get; init; }

    /// <summary>What a package promises the present members.</summary>
    public static IReadOnlyList<PromisedService> Promise(ServicePackage package, Household household, int year) =>
        [
            .. from member in household.PresentMembers
            from service in package.Services
            where service.IsFor(member, year)
            select new PromisedService(member.Number, service.Code, service.PerYear),
        ];

    /// <summary>Whether it says the same, whoever recorded it and when.</summary>
    public bool SaysTheSameAs(Contract other) =>
        StoredJson.IsSame(this with { Version = other.Version, RecordedBy = other.RecordedBy, RecordedAt = other.RecordedAt }, other);
}

/// <param name="Service">Code of a service of the package.</param>
public sealed record PromisedService(int Member, string Service, int PerYear);
