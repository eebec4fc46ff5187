using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.Contracts;

/// <summary>The packages of seeds/contracts.</summary>
public sealed class ServicePackages
{
    public ServicePackages(SeedFolder seeds) => All = seeds.Read<Document>("contracts", "packages").Packages;

    public IReadOnlyList<ServicePackage> All { get; }

    public ServicePackage? Find(string? code) => All.FirstOrDefault(package => package.Code == code);

    private sealed record Document(IReadOnlyList<ServicePackage> Packages);
}

public sealed record ServicePackageList(IReadOnlyList<ServicePackage> Items);
