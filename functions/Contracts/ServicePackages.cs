using System.Text.Json;
using Alleviation.Functions.Codes;

namespace Alleviation.Functions.Contracts;

/// <summary>The packages of seeds/contracts.</summary>
public sealed class ServicePackages
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public ServicePackages(SeedFolder seeds) =>
        All = JsonSerializer.Deserialize<Document>(File.ReadAllBytes(seeds.PathOf("contracts", "packages.json")), Options)?.Packages
            ?? throw new InvalidOperationException("There are no service packages.");

    public IReadOnlyList<ServicePackage> All { get; }

    public ServicePackage? Find(string? code) => All.FirstOrDefault(package => package.Code == code);

    private sealed record Document(IReadOnlyList<ServicePackage> Packages);
}

public sealed record ServicePackageList(IReadOnlyList<ServicePackage> Items);
