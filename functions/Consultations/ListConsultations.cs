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
            await households.FindAsync(id, cancellationToken) is not { Household: var household }
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
        var open = continuation is null ? await consultations.ListOpenAsync(id, member, cancellationToken) : [];
        var (past, next) = await consultations.PagePastAsync(id, member, continuation, PageSize, cancellationToken);
        return new ListConsultationsResult(
            access,
            new ConsultationPage(
                [
                    .. open.OrderByDescending(consultation => consultation.Messages[^1].At)
                        .Select(consultation => ConsultationView.Of(household, consultation, messages: null)),
                ],
                [
                    .. past.OrderByDescending(consultation => consultation.Messages[^1].At)
                        .Select(consultation => ConsultationView.Of(household, consultation, messages: null)),
                ],
                next is null ? null : Cursor.Of(next)
            )
        );
    }
}
