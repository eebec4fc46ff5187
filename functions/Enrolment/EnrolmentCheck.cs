using System.Text.RegularExpressions;
using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Enrolment;

/// <summary>A household that passed every check: in normal form, so that the same household sent twice is the same.</summary>
internal sealed record CheckedEnrolment(
    string RegistrationNumber,
    string VillageCode,
    string? Address,
    string? Phone,
    string Kind,
    IReadOnlyList<string> Causes,
    IReadOnlyList<CheckedMember> Members
)
{
    public string? PhoneAsGiven { get; init; }

    /// <summary>In the order of their days. Null for none: what was sent before they could be keeps its fingerprint.</summary>
    public IReadOnlyList<PovertyStatus>? PovertyStatuses { get; init; }
}

/// <summary>The checks of an enrolment: all errors at once, each with its field.</summary>
public sealed partial class EnrolmentCheck
{
    /// <summary>
    /// A household's records, plans and first versions fit one transaction of 100 (docs/adr/0002-announce-then-commit.md).
    /// </summary>
    public const int MaxMembers = 30;

    private const int MaxAddress = 200;
    private readonly Regions _regions;
    private readonly CodeCheck _codes;
    private readonly MemberCheck _members;
    private readonly PovertyStatusCheck _statuses;

    public EnrolmentCheck(CodeLists lists, Regions regions, ReadingKinds readings)
    {
        _regions = regions;
        _codes = new CodeCheck(lists);
        _statuses = new PovertyStatusCheck(_codes);
        _members = new MemberCheck(_codes, new BasicInformationCheck(_codes), new ReadingCheck(readings));
    }

    internal (CheckedEnrolment? Enrolment, IReadOnlyList<FieldError> Errors) Check(
        EnrolmentRequest request,
        Caller caller,
        DateTimeOffset now
    )
    {
        var validationErrors = new ValidationErrors();
        var enrolment = new CheckedEnrolment(
            RegistrationNumber(validationErrors, request.RegistrationNumber),
            VillageCode(validationErrors, request.VillageCode, caller),
            TextCheck.Optional(validationErrors, "address", request.Address, MaxAddress),
            TextCheck.Phone(validationErrors, "phone", request.Phone),
            _codes.Required(validationErrors, "kind", "householdKind", request.Kind) ?? "",
            _codes.Several(validationErrors, "causes", "povertyCause", request.Causes) ?? [],
            Members(validationErrors, request.Members, now)
        )
        {
            PhoneAsGiven = TextCheck.PhoneAsGiven(validationErrors, "phoneAsGiven", request.PhoneAsGiven),
            PovertyStatuses = _statuses.Check(validationErrors, request.PovertyStatuses, now.ToChinaDate()),
        };
        return (validationErrors.Errors.Count == 0 ? enrolment : null, validationErrors.Errors);
    }

    /// <summary>In normal form: letters in capitals, no spaces.</summary>
    public static string NormaliseRegistrationNumber(string text) =>
        text.Trim().Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    public static bool IsRegistrationNumber(string normalised) => RegistrationForm().IsMatch(normalised);

    private static string RegistrationNumber(ValidationErrors validationErrors, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            validationErrors.Add("registrationNumber", "required");
            return "";
        }

        var number = NormaliseRegistrationNumber(text);
        if (!IsRegistrationNumber(number))
        {
            validationErrors.Add("registrationNumber", "registration-form");
        }
        return number;
    }

    private string VillageCode(ValidationErrors validationErrors, string? text, Caller caller)
    {
        var code = text?.Trim() ?? "";
        if (code.Length == 0)
        {
            validationErrors.Add("villageCode", "required");
        }
        else if (!_regions.IsVillage(code))
        {
            validationErrors.Add("villageCode", "village-unknown");
        }
        else if (!caller.Covers(code))
        {
            validationErrors.Add("villageCode", "village-not-yours");
        }
        return code;
    }

    private List<CheckedMember> Members(ValidationErrors validationErrors, IReadOnlyList<MemberRequest>? requests, DateTimeOffset now)
    {
        if (requests is not { Count: > 0 })
        {
            validationErrors.Add("members", "required");
            return [];
        }

        if (requests.Count > MaxMembers)
        {
            validationErrors.Add("members", "too-many", MaxMembers);
            return [];
        }

        var members = requests
            .Select((member, index) => _members.Check(validationErrors.In("members", index), member, member.Number ?? index + 1, now))
            .ToList();
        Together(validationErrors, members);
        return [.. members.OrderBy(member => member.Member.Number)];
    }

    private static void Together(ValidationErrors validationErrors, List<CheckedMember> members)
    {
        var numbers = new HashSet<int>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < members.Count; index++)
        {
            var (at, member) = (validationErrors.In("members", index), members[index].Member);
            if (member.Number is < 1 or > MaxMembers)
            {
                at.Add("number", "number-range", MaxMembers);
            }
            else if (!numbers.Add(member.Number))
            {
                at.Add("number", "twice");
            }
            if (member.IdNumber is { } id && !ids.Add(id))
            {
                at.Add("idNumber", "twice");
            }
        }

        var heads = members.Count(member => member.Member is { IsHead: true, Departure: null });
        // A household whose last member has left has no head any more.
        if (heads != (members.All(member => member.Member.Departure is not null) ? 0 : 1))
        {
            validationErrors.Add("members", "one-head", heads);
        }
    }

    [GeneratedRegex("^[0-9A-Z][0-9A-Z-]{5,31}$")]
    private static partial Regex RegistrationForm();
}
