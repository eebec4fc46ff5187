using System.Globalization;
using System.Text.Json;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Records;

/// <summary>One event of a record. Entries are added, never changed.</summary>
/// <param name="Kind">What happened: <c>enrolment</c>, <c>visit</c> …</param>
/// <param name="Id">Tells entries of the same moment apart and makes a repeated write the same row.</param>
/// <param name="By">Account id.</param>
public sealed record Entry(int Member, DateTimeOffset At, string Kind, string Id, string By)
{
    /// <summary>Its id in the key begins with its time, so that a member's stand in the order of time.</summary>
    public static DocumentKind<Entry> StoredAs { get; } = new("entry");

    public const string Enrolment = "enrolment";

    /// <summary>A member's entries from one moment on, and before another.</summary>
    public static DocumentRange<Entry> Between(int member, DateTimeOffset from, DateTimeOffset before) =>
        new(StoredAs, StoredAs.PastOf(member, IdAt(from)).Value, StoredAs.PastOf(member, IdAt(before)).Value);

    public IReadOnlyList<Reading> Readings { get; init; } = [];

    /// <summary>What it is about: a form's code, a drug, the id of a consultation …</summary>
    public string? Reference { get; init; }

    /// <summary>In a person's own words.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// Whether it tells of care: a record is in use by that (国家基本公共卫生服务规范, 2017: 有动态记录的档案), not by a contract that is signed or an
    /// appointment that is made.
    /// </summary>
    internal bool IsCare =>
        Kind switch
        {
            "contract" => false,
            "appointment" => Facts.TryGetValue("step", out var step) && step.GetString() is "kept",
            _ => true,
        };

    /// <summary>What else was found, by name: the answers of a form, an outcome's code …</summary>
    public IReadOnlyDictionary<string, JsonElement> Facts { get; init; } = new Dictionary<string, JsonElement>();

    internal DocumentChange Put() => StoredAs.PastOf(Member, $"{IdAt(At)}:{Kind}:{Id}").Put(this);

    private static string IdAt(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
