using Alleviation.Tests.Support;

namespace Alleviation.Tests.Conventions;

/// <summary>A household of which every name and number is rare enough to be looked for in whatever is written.</summary>
internal sealed class PersonalHousehold
{
    public const string CorrectedPhone = "13987650004";

    /// <summary>As it is enrolled.</summary>
    public Dictionary<string, object?> Form { get; } = Personal();

    public List<Dictionary<string, object?>> Members => (List<Dictionary<string, object?>>)Form["members"]!;

    /// <summary>What nobody may read anywhere, also after its telephone was corrected.</summary>
    public List<string> Secrets =>
        [
            .. Members
                .SelectMany(member => new[] { member["name"], member["idNumber"], member.GetValueOrDefault("phone") })
                .OfType<string>(),
            "慎独里",
            "13987650001",
            CorrectedPhone,
        ];

    private static Dictionary<string, object?> Personal()
    {
        var household = Some.Household();
        (household["address"], household["phone"]) = ("慎独里42号", "13987650001");
        var members = (List<Dictionary<string, object?>>)household["members"]!;
        foreach (var (member, name) in members.Zip(["欧阳慎独", "司马思齐", "欧阳致远", "欧阳静姝"]))
        {
            member["name"] = name;
        }
        (members[0]["phone"], members[1]["phone"], members[2]["phone"]) = ("13987650002", "13987650003", "13987650005");
        return household;
    }
}
