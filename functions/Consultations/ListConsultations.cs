using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Consultations;

public sealed record ListConsultationsResult(HouseholdAccess Access, ConsultationPage? Page = null);

/// <summary>A member's consultations: the open ones, newest first, and a page of those that are over.</summary>
public sealed class ListConsultationsHandler(HouseholdTable households, Cases<Consultation> consultations)
{
    private const int PageSize = 50;

    public async Task<ListConsultationsResult> HandleAsync(
        HouseholdId id,
        int member,
        string? continuation,
        Caller caller,
        bool hasReason,
        CancellationToken cancellationToken
    )
    {
        if (
            await households.ReadAsync(id, cancellationToken) is not { Household: var household } partition
            || household.Members.All(person => person.Number != member)
        )
        {
            return new ListConsultationsResult(HouseholdAccess.Hidden);
        }

        var access = caller.To(household, member, hasReason);
        if (access < HouseholdAccess.Look)
        {
            return new ListConsultationsResult(access);
        }
        var open = continuation is null ? OpenIn(partition, member) : [];
        var (past, next) = await consultations.PagePastAsync(id, member, continuation, PageSize, cancellationToken);
        return new ListConsultationsResult(
            access,
            new ConsultationPage(open, ViewsOf(household, past), next is null ? null : Cursor.Of(next))
        );
    }

    /// <summary>Those that are open, newest message first, without their messages.</summary>
    internal static IReadOnlyList<ConsultationView> OpenIn(HouseholdPartition partition, int member) =>
        ViewsOf(partition.Household, Consultation.StoredAs.OpenOf(partition, member));

    private static List<ConsultationView> ViewsOf(Household household, IEnumerable<Consultation> consultations) =>
        [
            .. consultations
                .OrderByDescending(consultation => consultation.Messages[^1].At)
                .Select(consultation => ConsultationView.Of(household, consultation, messages: null)),
        ];
}
