using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;

namespace Alleviation.Functions.Education;

public sealed record ListLessonsResult(HouseholdAccess Access, LessonList? List = null);

public sealed class ListLessonsHandler(HouseholdTable households)
{
    public async Task<ListLessonsResult> HandleAsync(
        HouseholdId id,
        int member,
        Caller caller,
        bool hasReason,
        CancellationToken cancellationToken
    )
    {
        if (
            await households.ReadAsync(id, cancellationToken) is not { } partition
            || partition.Household.Members.All(person => person.Number != member)
        )
        {
            return new ListLessonsResult(HouseholdAccess.Hidden);
        }

        var access = caller.To(partition.Household, member, hasReason);
        return access >= HouseholdAccess.Look
            ? new ListLessonsResult(access, new LessonList([.. MemberLessons.Of(partition, member).Items.Select(LessonView.Of)]))
            : new ListLessonsResult(access);
    }
}
