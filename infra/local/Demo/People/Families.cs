namespace Alleviation.Demo.People;

/// <summary>Families as poor villages have them: many of the old alone, many of three generations, some without the middle one.</summary>
public static class Families
{
    private enum Shape
    {
        OldAlone,
        OldCouple,
        Couple,
        ParentsAndChildren,
        ThreeGenerations,
        OneParent,
        GrandparentsAndGrandchildren,
    }

    public static IReadOnlyList<Person> Draw(Dice dice)
    {
        var shape = dice.Weighted(
            (Shape.OldAlone, 13),
            (Shape.OldCouple, 14),
            (Shape.Couple, 9),
            (Shape.ParentsAndChildren, 27),
            (Shape.ThreeGenerations, 24),
            (Shape.OneParent, 6),
            (Shape.GrandparentsAndGrandchildren, 7.0)
        );
        return shape switch
        {
            Shape.OldAlone => [Head(dice, 60, 88)],
            Shape.OldCouple => Couple(dice, 58, 84),
            Shape.Couple => Couple(dice, 40, 62),
            Shape.ParentsAndChildren => WithChildren(dice, Couple(dice, 26, 52)),
            Shape.ThreeGenerations => WithParents(dice, WithChildren(dice, Couple(dice, 28, 55))),
            Shape.OneParent => WithChildren(dice, [Head(dice, 30, 52)]),
            _ => WithGrandchildren(dice, Couple(dice, 56, 74)),
        };
    }

    /// <summary>A couple, its children, then further adults: nobody of 65 or more.</summary>
    public static IReadOnlyList<Person> OfSize(Dice dice, int size)
    {
        var people = new List<Person>(Couple(dice, 42, 58));
        while (people.Count < size)
        {
            people.Add(people.Count < 6 ? Child(dice, people[0]) : new Person(Relationships.Other, dice.Chance(0.5), dice.Between(20, 60)));
        }
        return people[..size];
    }

    private static Person Head(Dice dice, int least, int most) => new(Relationships.Head, dice.Chance(0.72), dice.Between(least, most));

    private static List<Person> Couple(Dice dice, int least, int most)
    {
        var head = Head(dice, least, most);
        var apart = dice.Between(0, 5);
        return [head, new Person(Relationships.Spouse, !head.Male, head.Male ? head.Age - apart : Math.Min(head.Age + apart, most))];
    }

    private static List<Person> WithChildren(Dice dice, List<Person> people)
    {
        var count = dice.Weighted((1, 35), (2, 45), (3, 20.0));
        for (var child = 0; child < count; child++)
        {
            people.Add(Child(dice, people[0]));
        }
        return people;
    }

    private static Person Child(Dice dice, Person head)
    {
        var male = dice.Chance(0.52);
        var age = head.Age - dice.Between(23, 34);
        return new Person(male ? Relationships.Son : Relationships.Daughter, male, age < 0 ? dice.Between(0, 5) : age);
    }

    private static List<Person> WithParents(Dice dice, List<Person> people)
    {
        var age = Math.Min(people[0].Age + dice.Between(21, 32), 95);
        var both = dice.Chance(0.45);
        // Women outlive men: a parent alone is mostly the mother.
        if (both || dice.Chance(0.3))
        {
            people.Add(new Person(Relationships.Parent, Male: true, age));
        }
        if (both || people[^1].Relationship != Relationships.Parent)
        {
            people.Add(new Person(Relationships.Parent, Male: false, age - dice.Between(0, 4)));
        }
        return people;
    }

    private static List<Person> WithGrandchildren(Dice dice, List<Person> people)
    {
        if (dice.Chance(0.35))
        {
            people.RemoveAt(1);
        }
        var count = dice.Between(1, 2);
        for (var child = 0; child < count; child++)
        {
            people.Add(new Person(Relationships.Grandchild, dice.Chance(0.52), Math.Max(1, people[0].Age - dice.Between(46, 60))));
        }

        return people;
    }
}
