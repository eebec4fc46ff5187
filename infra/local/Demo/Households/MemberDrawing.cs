using System.Globalization;
using Alleviation.Demo.People;

namespace Alleviation.Demo.Households;

/// <summary>Turns the people of one family into members with names, numbers and ailments.</summary>
internal sealed class MemberDrawing(Dice dice, CitizenIds ids, DemoOptions options, int county)
{
    private const double NewbornWithoutId = 0.5;
    private const double PapersLost = 0.002;
    private const double NeverRegistered = 0.0005;

    private readonly BackgroundQuestions _questions = new(dice);
    private readonly string _surname = PersonNames.Surname(dice);

    public IReadOnlyList<DemoMember> Draw(IReadOnlyList<Person> people, string phone)
    {
        var couple = people.Any(person => person.Relationship == Relationships.Spouse);
        return [.. people.Select((person, place) => Member(person, place, phone, couple))];
    }

    private DemoMember Member(Person person, int place, string phone, bool couple)
    {
        var (idNumber, bornOn) = ids.Next(county, options.AsOf.Year - person.Age, person.Male);
        var age = Ages.On(options.AsOf, bornOn);
        var missing = MissingReason(age);
        var conditions = ConditionsOf(person, place, age, bornOn);
        var married = couple && person.Relationship is Relationships.Head or Relationships.Spouse;
        return new DemoMember(
            NameOf(person, bornOn),
            missing is null ? idNumber : null,
            missing,
            person.Male ? "1" : "2",
            bornOn,
            person.Relationship,
            age >= 16 && (person.IsHead || dice.Chance(0.6)) ? PhoneOf(phone, place) : null,
            _questions.Answer(age, married, conditions),
            conditions,
            Measurements.Take(dice, age, person.Male, conditions, bornOn, options.AsOf)
        );
    }

    private IReadOnlyList<DemoCondition> ConditionsOf(Person person, int place, int age, DateOnly bornOn) =>
        options.ChronicMembers is not { } chronic ? Illness.Draw(dice, age, person.Male, bornOn, options.AsOf)
        : place < chronic ? Illness.Chronic(dice, place, bornOn, options.AsOf)
        : [];

    private string? MissingReason(int age)
    {
        if (options.Members is not null)
        {
            return null;
        }
        if (age == 0 && dice.Chance(NewbornWithoutId))
        {
            return "newborn";
        }
        return dice.Chance(PapersLost) ? "papersLost"
            : dice.Chance(NeverRegistered) ? "neverRegistered"
            : null;
    }

    private string NameOf(Person person, DateOnly bornOn)
    {
        // Those who married in, or are the head's mother, brought their own surname.
        var own =
            person.Relationship is Relationships.Spouse or Relationships.Other
            || person is { Relationship: Relationships.Parent, Male: false };
        return (own ? PersonNames.Surname(dice) : _surname) + PersonNames.Given(dice, person.Male, bornOn.Year);
    }

    private static string PhoneOf(string phone, int place) => string.Create(CultureInfo.InvariantCulture, $"{phone[..^1]}{place % 10}");
}
