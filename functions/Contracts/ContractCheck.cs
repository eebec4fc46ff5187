using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Contracts;

/// <summary>The checks of a contract: all errors at once.</summary>
public sealed class ContractCheck(ServicePackages packages, CodeLists lists, TimeProvider clock)
{
    /// <summary>A year's contract may be signed from October of the year before.</summary>
    private const int MonthsAhead = 3;

    private const int FirstYear = 2017;

    /// <summary>Years (民法典 art. 17).</summary>
    private const int OfAge = 18;

    private const int MaxName = 50;

    /// <summary>Whether there can be a contract for the year at all: since the programme began, and at most the next.</summary>
    public bool IsYear(int year) => year >= FirstYear && year <= clock.Today().Year + 1;

    public (Contract? Contract, IReadOnlyList<FieldError> Errors) Check(
        Household household,
        int year,
        SignContractRequest request,
        string recordedBy,
        DateTimeOffset now
    )
    {
        var validationErrors = new ValidationErrors();
        var package = packages.Find(request.Package);
        if (string.IsNullOrEmpty(request.Package))
        {
            validationErrors.Add("package", "required");
        }
        else if (package is null)
        {
            validationErrors.Add("package", "unknown-value");
        }
        new CodeCheck(lists).Required(validationErrors, "method", "signingMethod", request.Method);
        if (request.SignedOn is not { } signedOn)
        {
            validationErrors.Add("signedOn", "required");
        }
        else if (signedOn > now.ToChinaDate())
        {
            validationErrors.Add("signedOn", "in-the-future");
        }
        else if (signedOn < new DateOnly(year, 1, 1).AddMonths(-MonthsAhead) || signedOn.Year > year)
        {
            validationErrors.Add("signedOn", "contract-day", year);
        }
        if (request.SignedBy is null)
        {
            validationErrors.Add("signedBy", "required");
        }
        else if (household.PresentMembers.All(member => member.Number != request.SignedBy || member.RecordNumber is null))
        {
            validationErrors.Add("signedBy", "member-unknown");
        }
        var guardian = TextCheck.Optional(validationErrors, "guardian", request.Guardian, MaxName);
        Signer(validationErrors, household, request.SignedBy, guardian, request.SignedOn ?? now.ToChinaDate());
        if (household.PhysicianId is null)
        {
            validationErrors.Add("", "no-physician");
        }
        if (validationErrors.Errors.Count > 0)
        {
            return (null, validationErrors.Errors);
        }
        var services = Contract.Promise(package!, household, year);
        return (
            new Contract(
                year,
                1,
                package!.Code,
                request.SignedOn!.Value,
                request.Method!,
                request.SignedBy!.Value,
                household.PhysicianId!,
                recordedBy,
                now,
                services
            )
            {
                Guardian = guardian,
            },
            []
        );
    }

    /// <summary>
    /// 民法典 art. 17 to 28: from 18 years on a person acts for himself or herself; the guardian signs for younger
    /// people and for adults who cannot judge what they do. A member who is of age signs for the household; a guardian only where nobody
    /// is, or for a member with a mental disorder. There a guardian is accepted but not required, because the illness alone takes no rights
    /// away.
    /// </summary>
    private static void Signer(ValidationErrors validationErrors, Household household, int? signedBy, string? guardian, DateOnly on)
    {
        if (household.PresentMembers.FirstOrDefault(member => member.Number == signedBy) is not { } signer)
        {
            return;
        }
        var hasGrownUp = household.PresentMembers.Any(member => IsOfAge(member, on));
        if (!IsOfAge(signer, on) && hasGrownUp)
        {
            validationErrors.Add("signedBy", "signer-not-of-age", OfAge);
        }
        else if (!IsOfAge(signer, on) && guardian is null)
        {
            validationErrors.Add("guardian", "guardian-required", OfAge);
        }
        else if (hasGrownUp && guardian is not null && !HasMentalDisorder(signer))
        {
            validationErrors.Add("guardian", "guardian-not-needed", OfAge);
        }
    }

    /// <summary>ICD-10 chapter V.</summary>
    private static bool HasMentalDisorder(MemberSummary member) => member.Conditions.Any(code => code[0] == 'F');

    // Whose birth date nobody knows has no citizen ID, and is judged by sight.
    private static bool IsOfAge(MemberSummary member, DateOnly on) => member.BornOn is not { } born || born.AddYears(OfAge) <= on;
}
