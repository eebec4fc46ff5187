using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Medication;

/// <param name="DrugAllergies">Codes of list drugAllergy; the code for none where somebody was asked and has none.</param>
/// <param name="DrugAllergyOther">In words, where the list has no code for it.</param>
public sealed record AllergyRequest(IReadOnlyList<string>? DrugAllergies, string? DrugAllergyOther);

/// <summary>
/// Adds to what is known of allergies, whoever of those who care finds out. It takes none away: two who find something at the same time
/// both stand, and an allergy that was no allergy is the enrolment's correction.
/// </summary>
public sealed class RecordAllergyHandler(
    HouseholdChanges changes,
    MedicationReview review,
    CodeLists lists,
    Fingerprinter fingerprinter,
    TimeProvider clock
)
{
    internal const string EntryKind = "allergy";
    private const string List = "drugAllergy";
    private const string Other = "5";
    private const int MaxText = 200;

    public async Task<MedicationResult> HandleAsync(
        HouseholdId id,
        int member,
        AllergyRequest command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var validationErrors = new ValidationErrors();
        var found = Check(command, validationErrors);
        var (now, entryId) = (clock.GetUtcNow(), Guid.NewGuid().ToString("N")[..8]);
        var changed = await changes.ChangeAsync(
            id,
            partition => Decide(partition, member, found, validationErrors, caller, now, entryId),
            cancellationToken
        );
        return changed?.Outcome ?? new MedicationResult(MedicationOutcome.NotFound, null, []);
    }

    private BasicInformation Check(AllergyRequest command, ValidationErrors validationErrors)
    {
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
        Caller caller,
        DateTimeOffset now,
        string entryId
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

        var (list, today, known) = (MedicationList.Of(partition, member), now.ToChinaDate(), record.BasicInformation);
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
        var entered = NewEntry.In(partition, household, new Entry(member, now, EntryKind, entryId, caller.AccountId) { Facts = facts });
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
                ContentFingerprint = fingerprinter.OfContent(EntryKind, new[] { household.ContentFingerprint, entryId }),
            },
            [
                .. entered.Changes.Where(change => change.Key != HealthRecord.StoredAs.Of(member).Value),
                HealthRecord.StoredAs.Of(member).Put(next),
            ]
        );
    }
}
