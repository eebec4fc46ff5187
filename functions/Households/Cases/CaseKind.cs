namespace Alleviation.Functions.Households.Cases;

/// <summary>Something that is open for a member for a time, such as a referral, and then past. It begins open.</summary>
public interface ICase
{
    int Member { get; }

    /// <summary>Made by the client that began it.</summary>
    string Id { get; }

    bool IsOver { get; }
}

/// <summary>A case that says how it is stored.</summary>
public interface ICase<T> : ICase
    where T : class, ICase<T>
{
    static abstract CaseKind<T> StoredAs { get; }
}

/// <summary>A kind of case: open ones are read with the household, those that are over are looked up.</summary>
public sealed class CaseKind<T>(string name)
    where T : class, ICase
{
    public string Name => name;

    public DocumentKind<T> Documents { get; } = new(name);

    public DocumentKey<T> Open(CaseKey key) => Documents.Of(key.Member, key.Id);

    public DocumentKey<T> Past(CaseKey key) => Documents.PastOf(key.Member, key.Id);

    public T? FindOpen(HouseholdPartition partition, CaseKey key) => partition.Find(Open(key));

    public IEnumerable<T> OpenOf(HouseholdPartition partition, int member) => partition.List(Documents.AllOf(member));

    public int CountOpen(HouseholdPartition partition, int member) => partition.Count(Documents.AllOf(member));

    /// <summary>A case that begins.</summary>
    public DocumentChange Begin(T begun) => Documents.Of(begun.Member, begun.Id).Put(begun);

    /// <summary>The next state of an open case; one that is over becomes a document of the past.</summary>
    public IReadOnlyList<DocumentChange> Next(T next) =>
        next.IsOver
            ? [Documents.PastOf(next.Member, next.Id).Put(next), Documents.Of(next.Member, next.Id).Remove()]
            : [Documents.Of(next.Member, next.Id).Put(next)];
}
