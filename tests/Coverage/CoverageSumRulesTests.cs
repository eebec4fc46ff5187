using System.Reflection;
using Alleviation.Functions.Coverage;

namespace Alleviation.Tests.Coverage;

/// <summary>The counts of several households or regions together.</summary>
public sealed class CoverageSumRulesTests
{
    /// <summary>A count that the sum forgets would be nought for the whole city.</summary>
    [Fact]
    public void Sum_AddsEveryCount()
    {
        var counted = new CoverageCounts();
        foreach (var (index, property) in Counted().Index())
        {
            property.SetValue(
                counted,
                IsNumber(property) ? index + 1 : new Dictionary<string, int> { ["a"] = index + 1, [property.Name] = 1 }
            );
        }
        var other = CoverageCounts.None with
        {
            Members = 100,
            Managed = new Dictionary<string, int> { ["b"] = 1 },
        };
        var sum = CoverageCounts.Sum([counted, counted, other]);
        foreach (var (index, property) in Counted().Index())
        {
            var expected = 2 * (index + 1);
            if (IsNumber(property))
            {
                Assert.Equal(property.Name == nameof(other.Members) ? expected + 100 : expected, property.GetValue(sum));
                continue;
            }
            var counts = (IReadOnlyDictionary<string, int>)property.GetValue(sum)!;
            Assert.Equal((expected, 2), (counts["a"], counts[property.Name]));
        }
        Assert.Equal(1, sum.Managed["b"]);
        Assert.Equal(0, CoverageCounts.Sum([]).Households);
    }

    private static bool IsNumber(PropertyInfo property) => property.PropertyType == typeof(int) || property.PropertyType == typeof(int?);

    private static IEnumerable<PropertyInfo> Counted() =>
        typeof(CoverageCounts).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);
}
