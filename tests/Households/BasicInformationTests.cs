using System.Reflection;
using Alleviation.Functions.Households;

namespace Alleviation.Tests.Households;

/// <summary>Two records become one: of what either says, nothing is forgotten.</summary>
public sealed class BasicInformationTests
{
    public static TheoryData<string> Facts => [.. typeof(BasicInformation).GetProperties().Select(property => property.Name)];

    [Theory, MemberData(nameof(Facts))]
    public void WhatOnlyTheOtherSays_IsKept(string name)
    {
        var property = typeof(BasicInformation).GetProperty(name)!;
        var known = new BasicInformation();
        property.SetValue(known, Something(property));

        Assert.Equal(property.GetValue(known), property.GetValue(new BasicInformation().Joining(known)));
        Assert.Equal(property.GetValue(known), property.GetValue(known.Joining(new BasicInformation())));
    }

    [Fact]
    public void WhatNobodyAsked_StaysSo() =>
        Assert.All(
            typeof(BasicInformation).GetProperties(),
            property => Assert.Null(property.GetValue(new BasicInformation().Joining(new BasicInformation())))
        );

    [Fact]
    public void None_GivesWayToWhatThereIs()
    {
        var none = new BasicInformation
        {
            DrugAllergies = ["1"],
            Exposures = ["1"],
            Disabilities = ["1"],
            PastIllnesses = [new PastIllness("1", null)],
            FamilyHistory = new FamilyHistory { Mother = ["1"], Father = ["1"] },
        };
        var some = new BasicInformation
        {
            DrugAllergies = ["2"],
            Exposures = ["3"],
            Disabilities = ["4"],
            PastIllnesses = [new PastIllness("7", null)],
            FamilyHistory = new FamilyHistory { Mother = ["2"], Siblings = ["1"] },
        };

        foreach (var both in new[] { none.Joining(some), some.Joining(none) })
        {
            Assert.Equal(["2"], both.DrugAllergies!);
            Assert.Equal(["3"], both.Exposures!);
            Assert.Equal(["4"], both.Disabilities!);
            Assert.Equal(["7"], both.PastIllnesses!.Select(illness => illness.Code));
            Assert.Equal(["2"], both.FamilyHistory!.Mother!);
            Assert.Equal(["1"], both.FamilyHistory.Father!);
            Assert.Equal(["1"], both.FamilyHistory.Siblings!);
            Assert.Null(both.FamilyHistory.Children);
        }
    }

    private static object Something(PropertyInfo property) =>
        property.PropertyType == typeof(string) ? "2"
        : property.PropertyType == typeof(FamilyHistory) ? new FamilyHistory { Mother = ["2"] }
        : property.PropertyType == typeof(IReadOnlyList<PastIllness>) ? new List<PastIllness> { new("2", null) }
        : new List<string> { "2" };
}
