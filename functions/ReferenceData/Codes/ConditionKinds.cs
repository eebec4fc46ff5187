using System.Collections.Frozen;

namespace Alleviation.Functions.ReferenceData.Codes;

/// <summary>What an illness calls for, whichever pathway treats it: seeds/codes/conditions.json.</summary>
public sealed class ConditionKinds(SeedFolder seeds)
{
    private readonly FrozenDictionary<string, ConditionKind> _kinds = seeds
        .ItemsOf<ConditionKind>("conditions")
        .ToFrozenDictionary(kind => kind.Code, StringComparer.Ordinal);

    public ConditionKind? Find(string code) => _kinds.GetValueOrDefault(code);
}

/// <param name="Code">ICD-10.</param>
/// <param name="Batch">Code of list batch: 三个一批; null for what is no illness, such as a normal pregnancy.</param>
/// <param name="Disciplines">Codes of list discipline.</param>
public sealed record ConditionKind(string Code, string? Batch, IReadOnlyList<string> Disciplines);
