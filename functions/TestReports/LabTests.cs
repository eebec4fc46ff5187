using System.Collections.Frozen;
using Alleviation.Functions.Codes;

namespace Alleviation.Functions.TestReports;

/// <summary>The tests of seeds/codes/labTests.json.</summary>
public sealed class LabTests(SeedFolder seeds)
{
    private readonly FrozenDictionary<string, LabTest> _tests = seeds.ItemsOf<LabTest>("labTests").ToFrozenDictionary(test => test.Code, StringComparer.Ordinal);

    public LabTest? Find(string code) => _tests.GetValueOrDefault(code);

    public IEnumerable<LabTest> All => _tests.Values.OrderBy(test => test.Code, StringComparer.Ordinal);
}

public sealed record LabTestList(IReadOnlyList<LabTest> Items);
