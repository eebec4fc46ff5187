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

/// <summary>The checks of an enrolment: all findings at once, each with its field.</summary>
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
        EnrolmentRequest given,
        Caller caller,
        DateTimeOffset now
    )
    {
        var findings = new ValidationErrors();
        var enrolment = new CheckedEnrolment(
            RegistrationNumber(findings, given.RegistrationNumber),
            VillageCode(findings, given.VillageCode, caller),
            TextCheck.Optional(findings, "address", given.Address, MaxAddress),
            TextCheck.Phone(findings, "phone", given.Phone),
            _codes.Required(findings, "kind", "householdKind", given.Kind) ?? "",
            _codes.Several(findings, "causes", "povertyCause", given.Causes) ?? [],
            Members(findings, given.Members, now)
        )
        {
            PhoneAsGiven = TextCheck.PhoneAsGiven(findings, "phoneAsGiven", given.PhoneAsGiven),
            PovertyStatuses = _statuses.Check(findings, given.PovertyStatuses, now.ToChinaDate()),
        };
        return (findings.Errors.Count == 0 ? enrolment : null, findings.Errors);
    }

    /// <summary>In normal form: letters in capitals, no spaces.</summary>
    public static string NormaliseRegistrationNumber(string text) =>
        text.Trim().Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    public static bool IsRegistrationNumber(string normalised) => RegistrationForm().IsMatch(normalised);

    private static string RegistrationNumber(ValidationErrors findings, string? given)
    {
        if (string.IsNullOrWhiteSpace(given))
        {
            findings.Add("registrationNumber", "required");
            return "";
        }

        var number = NormaliseRegistrationNumber(given);
        if (!IsRegistrationNumber(number))
        {
            findings.Add("registrationNumber", "registration-form");
        }
        return number;
    }

    private string VillageCode(ValidationErrors findings, string? given, Caller caller)
    {
        var code = given?.Trim() ?? "";
        if (code.Length == 0)
        {
            findings.Add("villageCode", "required");
        }
        else if (!_regions.IsVillage(code))
        {
            findings.Add("villageCode", "village-unknown");
        }
        else if (!caller.Covers(code))
        {
            findings.Add("villageCode", "village-not-yours");
        }
        return code;
    }

    private List<CheckedMember> Members(ValidationErrors findings, IReadOnlyList<MemberRequest>? given, DateTimeOffset now)
    {
        if (given is not { Count: > 0 })
        {
            findings.Add("members", "required");
            return [];
        }

        if (given.Count > MaxMembers)
        {
            findings.Add("members", "too-many", MaxMembers);
            return [];
        }

        var members = given
            .Select((member, index) => _members.Check(findings.In("members", index), member, member.Number ?? index + 1, now))
            .ToList();
        Together(findings, members);
        return [.. members.OrderBy(member => member.Member.Number)];
    }

    private static void Together(ValidationErrors findings, List<CheckedMember> members)
    {
        var numbers = new HashSet<int>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < members.Count; index++)
        {
            var (at, member) = (findings.In("members", index), members[index].Member);
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
            findings.Add("members", "one-head", heads);
        }
    }

    [GeneratedRegex("^[0-9A-Z][0-9A-Z-]{5,31}$")]
    private static partial Regex RegistrationForm();
}
