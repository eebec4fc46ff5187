using System.Collections;
using System.Reflection;
using Alleviation.Functions.Households;
using Alleviation.Functions.Pipeline;
using Alleviation.Functions.Transfers;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Conventions;

/// <summary>Whoever goes to another household takes along every document that is hers, whatever its kind.</summary>
public sealed class PersonDocumentTests
{
    private const int Member = 7;

    /// <summary>What never moves: the household's own, and the note that somebody is moving.</summary>
    private static readonly Type[] Staying = [typeof(Functions.Contracts.Contract), typeof(Transfer), typeof(MovingPerson)];

    public static TheoryData<string> Names => [.. StoredKinds.OfHouseholds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryKey_TellsWhoseItIs_AndCanBeAnotherMembers(string kind) =>
        Assert.All(
            new[]
            {
                DocumentKeys.OfNow(kind, Member),
                $"{DocumentKeys.OfNow(kind, Member)}:1f",
                $"{DocumentKeys.OfPast(kind, Member)}:v0001:1f",
            },
            key =>
            {
                Assert.Equal((Member, kind), (DocumentKeys.MemberOf(key), DocumentKeys.KindOf(key)));
                var moved = DocumentKeys.ForMember(key, 29);
                Assert.Equal((29, key), (DocumentKeys.MemberOf(moved), DocumentKeys.ForMember(moved, Member)));
                Assert.Equal(DocumentKeys.KindOf(key), DocumentKeys.KindOf(moved));
            }
        );

    [Theory]
    [InlineData("1:household")]
    [InlineData("1:projected")]
    [InlineData("1:contract:00:2026")]
    [InlineData("1:transfer:00:1f")]
    [InlineData("0:transfer:00:1f")]
    public void HouseholdsOwn_IsNobodys(string key) => Assert.Null(DocumentKeys.MemberOf(key));

    [Theory]
    [MemberData(nameof(Names))]
    public void OfNow_IsReadWithTheHousehold_AndOfThePastIsNot(string kind)
    {
        Assert.True(string.CompareOrdinal(DocumentKeys.OfNow(kind, 1), DocumentKeys.Now) > 0);
        Assert.True(string.CompareOrdinal(DocumentKeys.OfPast(kind, 30), DocumentKeys.Now) < 0);
    }

    [Fact]
    public void EveryDocument_SaysWhoseItIs_WhereTheMoveLooks() =>
        Assert.All(
            StoredKinds.OfHouseholds.Values.Except(Staying),
            type => Assert.Empty(MembersIn(type, "", []).Except(MovedDocument.MemberPaths.Select(path => string.Join('.', path))))
        );

    private static IEnumerable<string> MembersIn(Type type, string path, HashSet<Type> seen)
    {
        if (!type.Namespace!.StartsWith("Alleviation", StringComparison.Ordinal) || type.IsEnum || !seen.Add(type))
        {
            yield break;
        }
        foreach (
            var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(getProperty => getProperty.SetMethod is not null)
        )
        {
            var name = path + char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
            if (property.Name is "Member")
            {
                yield return name;
            }
            var inner =
                property.PropertyType.IsAssignableTo(typeof(IEnumerable)) && property.PropertyType.IsGenericType
                    ? property.PropertyType.GetGenericArguments()[^1]
                    : property.PropertyType;
            foreach (var found in MembersIn(Nullable.GetUnderlyingType(inner) ?? inner, $"{name}.", seen))
            {
                yield return found;
            }
        }
    }
}
