using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Medication;

/// <param name="DrugAllergies">Codes of list drugAllergy; the code for none where somebody was asked and has none.</param>
/// <param name="DrugAllergyOther">In words, where the list has no code for it.</param>
/// <param name="At">Now where it is left out: a phone without signal says when it was.</param>
public sealed record AllergyRequest(IReadOnlyList<string>? DrugAllergies, string? DrugAllergyOther, DateTimeOffset? At = null);

/// <summary>That an allergy was recorded: sent again later, after a correction has taken it away, it does not bring it back.</summary>
/// <param name="Id">Made by who sends it.</param>
/// <param name="By">Account id.</param>
/// <param name="Fingerprint">Of what was sent, to tell the same from something else.</param>
public sealed record AllergyReport(string Id, string By, string Fingerprint)
{
    public static DocumentKind<AllergyReport> StoredAs { get; } = new("allergyReport");
}

/// <summary>
/// Adds to what is known of allergies, whoever of those who care finds out. It takes none away: two who find something at the same time
/// both stand, and an allergy that was no allergy is the enrolment's correction.
/// </summary>
public sealed class RecordAllergyHandler(
    HouseholdChanges changes,
    HouseholdDocuments documents,
    MedicationReview review,
    CodeLists lists,
    Fingerprinter fingerprinter,
    TimeProvider clock
)
{
    internal const string EntryKind = "allergy";
    private const string List = "drugAllergy";
    private const string Other = "5";
    private const string None = "1";
    private const int MaxText = 200;

    public async Task<MedicationResult> HandleAsync(
        HouseholdId id,
        int member,
        ClientId allergyId,
        AllergyRequest command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var (validationErrors, now) = (new ValidationErrors(), clock.GetUtcNow());
        var found = Check(command, validationErrors, now);
        var report = new AllergyReport(allergyId.Value, caller.AccountId, fingerprinter.OfContent(EntryKind, command));
        var known = await documents.FindAsync(id, AllergyReport.StoredAs.PastOf(member, report.Id), cancellationToken);
        var changed = await changes.ChangeAsync(
            id,
            // What arrives twice at once finds what its twin has added, and adds nothing.
            partition =>
                Decide(
                    partition,
                    member,
                    found,
                    validationErrors,
                    report,
                    known,
                    caller,
                    (command.At ?? now).ToUniversalTime(),
                    now.ToChinaDate()
                ),
            cancellationToken
        );
        return changed?.Outcome ?? new MedicationResult(MedicationOutcome.NotFound, null, []);
    }

    private BasicInformation Check(AllergyRequest command, ValidationErrors validationErrors, DateTimeOffset now)
    {
        MomentCheck.Sent(validationErrors, "at", command.At, now);
        var codes = new CodeCheck(lists);
        var other = TextCheck.Optional(validationErrors, "drugAllergyOther", command.DrugAllergyOther, MaxText);
        var allergies = codes.Several(validationErrors, "drugAllergies", List, command.DrugAllergies) ?? [];
        if (other is not null)
        {
            // Words for what the list has no code for say that there is something.
            allergies = [.. allergies.Append(Other).Distinct(StringComparer.Ordinal)];
            codes.Together(validationErrors, "drugAllergyOther", List, allergies);
        }
        if (allergies.Count == 0 && validationErrors.Errors.Count == 0)
        {
            validationErrors.Add("drugAllergies", "required");
        }
        return new BasicInformation { DrugAllergies = allergies, DrugAllergyOther = other };
    }

    private HouseholdUpdate<MedicationResult> Decide(
        HouseholdPartition partition,
        int member,
        BasicInformation found,
        ValidationErrors validationErrors,
        AllergyReport report,
        AllergyReport? before,
        Caller caller,
        DateTimeOffset at,
        DateOnly today
    )
    {
        var household = partition.Household;
        if (
            !caller.MayCareFor(household)
            || household.PresentMembers.All(person => person.Number != member || person.RecordNumber is null)
            || partition.Find(HealthRecord.StoredAs.Of(member)) is not { } record
        )
        {
            return HouseholdUpdate.None(new MedicationResult(MedicationOutcome.NotFound, null, []));
        }
        if (validationErrors.Errors.Count > 0)
        {
            return HouseholdUpdate.None(new MedicationResult(MedicationOutcome.Invalid, null, validationErrors.Errors));
        }

        var (list, known) = (MedicationList.Of(partition, member), record.BasicInformation);
        if (before is not null && before != report)
        {
            return HouseholdUpdate.None(new MedicationResult(MedicationOutcome.IdTaken, null, []));
        }
        if (before is not null)
        {
            return HouseholdUpdate.None(
                new MedicationResult(MedicationOutcome.Unchanged, review.ViewOf(household, list, record, today), [])
            );
        }
        // "None" beside an allergy that is known is for a person to settle: one of the two was told something else.
        if (found.DrugAllergies is [None] && known.DrugAllergies?.Any(code => code != None) == true)
        {
            return HouseholdUpdate.None(
                new MedicationResult(MedicationOutcome.AllergiesKnown, review.ViewOf(household, list, record, today), [])
            );
        }
        // The same words again, after an answer that was lost, are not added a second time.
        var isKnown = found.DrugAllergyOther is { } words && known.SaysOfAllergies(words);
        var joined = (isKnown ? found with { DrugAllergyOther = null } : found).Joining(known);
        if (joined.DrugAllergyOther is { Length: > MaxText })
        {
            validationErrors.Add("drugAllergyOther", "too-long", MaxText);
            return HouseholdUpdate.None(new MedicationResult(MedicationOutcome.Invalid, null, validationErrors.Errors));
        }
        if (
            joined.DrugAllergyOther == known.DrugAllergyOther
            && joined.DrugAllergies!.ToHashSet(StringComparer.Ordinal).SetEquals(known.DrugAllergies ?? [])
        )
        {
            return HouseholdUpdate.None(
                new MedicationResult(MedicationOutcome.Unchanged, review.ViewOf(household, list, record, today), [])
            );
        }

        var facts = new Dictionary<string, JsonElement> { ["allergies"] = JsonSerializer.SerializeToElement(found.DrugAllergies) };
        if (found.DrugAllergyOther is not null)
        {
            facts["allergyOther"] = JsonSerializer.SerializeToElement(found.DrugAllergyOther);
        }
        var entered = NewEntry.In(partition, household, new Entry(member, at, EntryKind, report.Id, caller.AccountId) { Facts = facts });
        var next = entered.Record with
        {
            BasicInformation = known with { DrugAllergies = joined.DrugAllergies, DrugAllergyOther = joined.DrugAllergyOther },
        };
        return HouseholdUpdate.Of(
            new MedicationResult(MedicationOutcome.Done, review.ViewOf(entered.Household, list, next, today), []),
            // A correction that was begun before this does not know of it, and must not take it away.
            entered.Household with
            {
                ContentVersion = household.Version + 1,
                ContentFingerprint = fingerprinter.OfContent(EntryKind, new[] { household.ContentFingerprint, report.Id }),
            },
            [
                .. entered.Changes.Where(change => change.Key != HealthRecord.StoredAs.Of(member).Value),
                HealthRecord.StoredAs.Of(member).Put(next),
                AllergyReport.StoredAs.PastOf(member, report.Id).Put(report),
            ]
        );
    }
}
