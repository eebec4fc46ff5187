using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.Contracts;

/// <summary>A contract as it is answered.</summary>
/// <param name="Promised">Services, over all members.</param>
/// <param name="Given">Of those promised, each at most as often as promised: the numerator of fulfilment.</param>
public sealed record ContractView(
    int Year,
    int Version,
    string Package,
    Label? PackageLabel,
    DateOnly SignedOn,
    string Method,
    int SignedBy,
    string? Guardian,
    string PhysicianId,
    DateTimeOffset RecordedAt,
    int Promised,
    int Given,
    IReadOnlyList<ServiceCount> Services
)
{
    public static ContractView Of(Contract contract, ServicePackage? package, IReadOnlyList<ServiceCount> services) =>
        new(
            contract.Year,
            contract.Version,
            contract.Package,
            package?.Label,
            contract.SignedOn,
            contract.Method,
            contract.SignedBy,
            contract.Guardian,
            contract.PhysicianId,
            contract.RecordedAt,
            services.Sum(service => service.Promised),
            services.Sum(service => Math.Min(service.Given, service.Promised)),
            services
        );
}

/// <param name="SignedOn">Day of signing.</param>
public sealed record ContractSummary(int Year, int Version, string Package, DateOnly SignedOn, string PhysicianId);

/// <param name="Items">The newest year first.</param>
public sealed record ContractList(IReadOnlyList<ContractSummary> Items);
