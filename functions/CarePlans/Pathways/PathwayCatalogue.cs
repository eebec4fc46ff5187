using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Functions.ReferenceData.Forms;

namespace Alleviation.Functions.CarePlans.Pathways;

/// <summary>
/// The pathways of seeds/pathways, in the order of their files' names, with what is urgent by the forms of their follow-ups.
/// </summary>
public sealed class PathwayCatalogue(SeedFolder seeds, FollowUpForms forms, ReadingKinds kinds)
{
    public IReadOnlyList<Pathway> All { get; } =
    [
        .. seeds
            .ReadAll<Pathway>("pathways")
            .Select(pathway =>
                forms.Find(pathway.FollowUp.Form) is { } form
                    ? pathway with
                    {
                        Urgent = [.. form.UrgentReadings(kinds)],
                        UrgentWithinDays = form.Rules.UrgentWithinDays,
                    }
                    : throw new KeyNotFoundException(
                        $"The pathway {pathway.Code} names the form {pathway.FollowUp.Form}, which is not there."
                    )
            ),
    ];
}
