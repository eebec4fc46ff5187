using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.CarePlans;

/// <summary>The pathways of seeds/pathways, in the order of their files' names.</summary>
public sealed class Pathways(SeedFolder seeds)
{
    public IReadOnlyList<Pathway> All { get; } = seeds.ReadAll<Pathway>("pathways");
}
