using Alleviation.Functions.CarePlans.Pathways;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Registers;

/// <summary>
/// The registers (专项名册) that there are: one for each pathway that says whom it is for, one for all cancers, and one for each condition
/// that has no pathway of its own. A pathway or condition that is added to the seeds has its register with it.
/// </summary>
public sealed class RegisterCatalogue
{
    private const string Cancer = "cancer";

    public RegisterCatalogue(PathwayCatalogue pathways, CodeLists codes)
    {
        // Everybody whom no other pathway treats is no register that anybody keeps; their conditions are.
        var general = pathways.All.First(pathway => pathway.AppliesTo.Otherwise).FollowUp.Form;
        var conditions = codes
            .Items("conditions")
            .Select(condition => condition.Code)
            .Where(code => !pathways.All.Any(pathway => pathway.IsFor(code)))
            .ToList();
        All =
        [
            .. pathways
                .All.Where(pathway => !pathway.AppliesTo.Otherwise)
                .Select(pathway => new Register(
                    pathway.Code,
                    pathway.FollowUp.Form,
                    pathway.AppliesTo.Conditions ?? [],
                    pathway.AppliesTo.MinimumAge
                )),
            // ICD-10 has the malignant neoplasms under C.
            new Register(Cancer, general, [.. conditions.Where(code => code.StartsWith('C'))], null),
            .. conditions.Select(code => new Register(code, general, [code], null)),
        ];
    }

    /// <summary>In the order in which they are offered.</summary>
    public IReadOnlyList<Register> All { get; }

    public Register? Find(string code) => All.FirstOrDefault(register => register.Code == code);
}

/// <summary>Whom a register holds.</summary>
/// <param name="Code">Of a pathway, <c>cancer</c>, or ICD-10.</param>
/// <param name="Form">Of their follow-ups: its fields name the values.</param>
/// <param name="Conditions">ICD-10 codes, any of them.</param>
/// <param name="MinimumAge">In years; null where age alone is no reason.</param>
public sealed record Register(string Code, string Form, IReadOnlyList<string> Conditions, int? MinimumAge)
{
    public bool Holds(MemberSummary member, DateOnly today) =>
        member.LeftOn is null && Holds(new ListedPerson(member.BornOn, member.Conditions), today);

    public bool Holds(ListedPerson person, DateOnly today) =>
        person.Conditions.Any(code => Conditions.Contains(code, StringComparer.Ordinal))
        || (person.BornOn is { } born && MemberSummary.AgeAt(born, today) >= MinimumAge);
}
