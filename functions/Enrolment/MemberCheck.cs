using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Enrolment;

/// <summary>A member that passed every check.</summary>
internal sealed record CheckedMember(
    Member Member,
    BasicInformation BasicInformation,
    IReadOnlyList<Condition> Conditions,
    IReadOnlyList<Reading> Readings
);

internal sealed class MemberCheck(CodeCheck codes, BasicInformationCheck basicInformation, ReadingCheck readings)
{
    private const int MaxName = 50;
    private const int MaxConditions = 20;
    private const string Male = "1";

    /// <summary>What is there of the member, whether or not there were errors.</summary>
    public CheckedMember Check(ValidationErrors validationErrors, MemberRequest request, int number, DateTimeOffset now)
    {
        var today = now.ToChinaDate();
        var id = CitizenIdOf(validationErrors, request, today);
        var bornOn = id?.BornOn ?? request.BornOn;
        var member = new Member(
            number,
            TextCheck.Required(validationErrors, "name", request.Name, MaxName) ?? "",
            id?.Value,
            id is null ? codes.Optional(validationErrors, "idMissingReason", "idMissingReason", request.IdMissingReason) : null,
            SexOf(validationErrors, request, id),
            bornOn,
            codes.Required(validationErrors, "relationship", "relationship", request.Relationship) ?? "",
            TextCheck.Phone(validationErrors, "phone", request.Phone),
            DepartureOf(validationErrors, request, bornOn, today)
        )
        {
            PhoneAsGiven = TextCheck.PhoneAsGiven(validationErrors, "phoneAsGiven", request.PhoneAsGiven),
        };
        if (id is null && request.IdNumber is null)
        {
            DateCheck.Birth(validationErrors, "bornOn", request.BornOn, today);
        }
        return new CheckedMember(
            member,
            basicInformation.Check(validationErrors.In("basicInformation"), request.BasicInformation, bornOn, today),
            Conditions(validationErrors, request.Conditions, member, today),
            readings.Check(validationErrors, request.Readings, bornOn, now)
        );
    }

    private static CitizenId? CitizenIdOf(ValidationErrors validationErrors, MemberRequest request, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(request.IdNumber))
        {
            // A member without one is enrolled all the same: a newborn, papers lost. It is listed as a problem to settle.
            if (string.IsNullOrWhiteSpace(request.IdMissingReason))
            {
                validationErrors.Add("idNumber", "id-or-reason");
            }
            else if (request.BornOn is null)
            {
                validationErrors.Add("bornOn", "required");
            }
            return null;
        }

        if (!CitizenId.TryParse(request.IdNumber, today, out var id, out var flaw))
        {
            validationErrors.Add("idNumber", flaw);
            return null;
        }

        if (request.BornOn is { } bornOn && bornOn != id.BornOn)
        {
            validationErrors.Add("bornOn", "differs-from-id");
        }
        return id;
    }

    private string SexOf(ValidationErrors validationErrors, MemberRequest request, CitizenId? id)
    {
        // A wrong citizen ID is reported itself; the sex follows from it once it is corrected.
        if (id is null && string.IsNullOrWhiteSpace(request.IdNumber))
        {
            return codes.Required(validationErrors, "sex", "sex", request.Sex) ?? "";
        }
        var sex = codes.Optional(validationErrors, "sex", "sex", request.Sex);
        if (id is null)
        {
            return "";
        }
        if (sex is "1" or "2" && sex != id.Sex)
        {
            validationErrors.Add("sex", "differs-from-id");
        }
        return id.Sex;
    }

    private Departure? DepartureOf(ValidationErrors validationErrors, MemberRequest request, DateOnly? bornOn, DateOnly today)
    {
        if (request.Departure is null)
        {
            return null;
        }
        var at = validationErrors.In("departure");
        if (request.Departure.On is null)
        {
            at.Add("on", "required");
        }
        DateCheck.Past(at, "on", request.Departure.On, bornOn, today);
        var reason = codes.Required(at, "reason", "departureReason", request.Departure.Reason);
        return new Departure(request.Departure.On ?? today, reason ?? "");
    }

    private List<Condition> Conditions(
        ValidationErrors validationErrors,
        IReadOnlyList<ConditionRequest>? requests,
        Member member,
        DateOnly today
    )
    {
        if (requests?.Count > MaxConditions)
        {
            validationErrors.Add("conditions", "too-many", MaxConditions);
            return [];
        }

        var conditions = new List<Condition>();
        for (var index = 0; index < (requests?.Count ?? 0); index++)
        {
            var at = validationErrors.In("conditions", index);
            var code = codes.Required(at, "code", "conditions", requests![index].Code);
            DateCheck.Past(at, "diagnosedOn", requests[index].DiagnosedOn, member.BornOn, today);
            if (code is null)
            {
                continue;
            }
            if (member.Sex == Male && IsOfPregnancy(code))
            {
                at.Add("code", "condition-of-women");
            }
            if (conditions.Any(condition => condition.Code == code))
            {
                at.Add("code", "twice");
            }
            else
            {
                conditions.Add(new Condition(code, requests[index].DiagnosedOn));
            }
        }

        return conditions;
    }

    /// <summary>ICD-10 chapter XV, and supervision of pregnancy and care after childbirth.</summary>
    private static bool IsOfPregnancy(string code) => code[0] == 'O' || code is "Z34" or "Z39";
}
