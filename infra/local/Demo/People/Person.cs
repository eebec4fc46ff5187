namespace Alleviation.Demo.People;

/// <summary>Somebody of a family before he has a name.</summary>
/// <param name="Relationship">Code of list relationship.</param>
/// <param name="Age">On the day of the demo; a birthday later in the year makes it one less.</param>
public sealed record Person(string Relationship, bool Male, int Age)
{
    public bool IsHead => Relationship == Relationships.Head;
}
