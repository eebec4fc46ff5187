using System.Globalization;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Medication;

/// <summary>What a member takes, and the last of what was stopped; older ones are history. Guarded by a version of its own.</summary>
/// <param name="Version">0 for a list that nobody has written in.</param>
public sealed record MedicationList(int Member, int Version, IReadOnlyList<Course> Courses)
{
    public static DocumentKind<MedicationList> StoredAs { get; } = new("medication");

    public static MedicationList Of(HouseholdPartition partition, int member) =>
        partition.Find(StoredAs.Of(member)) ?? new MedicationList(member, 0, []);

    public const int MaxRunning = 20;
    public const int MaxStopped = 5;

    public Course? Find(string id) => Courses.FirstOrDefault(course => course.Id == id);

    public IEnumerable<Course> RunningOn(DateOnly day) => Courses.Where(course => course.IsRunningOn(day));

    /// <summary>The next version with the course in it, in the place that it has.</summary>
    /// <returns>And what is too long over to be kept in it.</returns>
    public (MedicationList Next, IReadOnlyList<Course> Leaving) With(Course course, DateOnly today)
    {
        var courses = Find(course.Id) is null
            ? [.. Courses, course]
            : Courses.Select(known => known.Id == course.Id ? course : known).ToList();
        var leaving = courses
            .Where(known => !known.IsRunningOn(today) && known.Id != course.Id)
            .OrderByDescending(known => known.Stopped?.On ?? known.Until)
            .Skip(course.IsRunningOn(today) ? MaxStopped : MaxStopped - 1)
            .ToList();
        return (this with { Version = Version + 1, Courses = [.. courses.Except(leaving)] }, leaving);
    }

    /// <summary>A course that leaves the list with this version, for the history.</summary>
    internal DocumentChange PutAway(Course stopped) =>
        Course.StoredAs.PastOf(Member, string.Create(CultureInfo.InvariantCulture, $"v{Version:D4}:{stopped.Id}")).Put(stopped);
}
