using Alleviation.Functions.ReferenceData;

namespace Alleviation.Functions.TestReports;

/// <summary>The tests of seeds/codes/labTests.json.</summary>
public sealed class LabTests(SeedFolder seeds)
{
    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<LabTest> All { get; } = seeds.ItemsOf<LabTest>("labTests");

    public LabTest? Find(string code) => All.FirstOrDefault(test => test.Code == code);
}

public sealed record LabTestList(IReadOnlyList<LabTest> Items);
