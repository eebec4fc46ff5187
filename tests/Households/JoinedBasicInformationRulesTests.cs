using Alleviation.Functions.Households;

namespace Alleviation.Tests.Households;

/// <summary>Basic information of two records that become one, and what counts as not asked.</summary>
public sealed class JoinedBasicInformationRulesTests
{
    [Fact]
    public void TwoSingleFacts_GiveTheNewer_AndTwoTextsBoth()
    {
        var newer = new BasicInformation
        {
            Abo = "1",
            DrugAllergyOther = "头孢",
            PastIllnesses = [new PastIllness("7", null)],
        };
        var older = new BasicInformation
        {
            Abo = "2",
            DrugAllergyOther = "花粉",
            PastIllnesses = [new PastIllness("7", new DateOnly(2020, 1, 1)), new PastIllness("8", null)],
        };
        var both = newer.Joining(older);
        Assert.Equal(("1", "花粉; 头孢"), (both.Abo, both.DrugAllergyOther));
        Assert.Equal([new PastIllness("7", new DateOnly(2020, 1, 1)), new PastIllness("8", null)], both.PastIllnesses!);
        Assert.Equal("头孢", newer.Joining(newer).DrugAllergyOther);
        var none = new BasicInformation { PastIllnesses = [new PastIllness("1", null)] };
        Assert.Equal(none.PastIllnesses!, none.Joining(none).PastIllnesses!);
        Assert.Equal(
            ["1"],
            new BasicInformation { DrugAllergies = ["1"] }
                .Joining(new BasicInformation { DrugAllergies = ["1"] })
                .DrugAllergies!
        );
    }

    /// <summary>Of a newer and an older record that both say something, each single fact is the newer one's.</summary>
    [Fact]
    public void EverySingleFact_IsTheNewer()
    {
        var facts = typeof(BasicInformation)
            .GetProperties()
            .Where(property => property.PropertyType == typeof(string) && property.Name != nameof(BasicInformation.DrugAllergyOther))
            .ToList();
        var (newer, older) = (new BasicInformation(), new BasicInformation());
        foreach (var fact in facts)
        {
            fact.SetValue(newer, "new");
            fact.SetValue(older, "old");
        }

        Assert.All(facts, fact => Assert.Equal("new", fact.GetValue(newer.Joining(older))));
        Assert.Equal(
            ["2"],
            new BasicInformation { Payment = ["2"] }
                .Joining(new BasicInformation { Payment = ["3"] })
                .Payment!
        );
    }

    [Fact]
    public void EmptyList_CountsAsNotAsked()
    {
        var empty = new BasicInformation
        {
            Payment = [],
            DrugAllergies = [],
            Exposures = [],
            PastIllnesses = [],
            Disabilities = [],
        };
        var family = new FamilyHistory
        {
            Father = [],
            Mother = [],
            Siblings = [],
            Children = [],
        };
        Assert.Equal(new BasicInformation(), empty);
        Assert.True(family.IsUnknown);
        Assert.All(
            new[]
            {
                family with
                {
                    Father = ["1"],
                },
                family with
                {
                    Mother = ["1"],
                },
                family with
                {
                    Siblings = ["1"],
                },
                family with
                {
                    Children = ["1"],
                },
            },
            known => Assert.False(known.IsUnknown)
        );
    }
}
