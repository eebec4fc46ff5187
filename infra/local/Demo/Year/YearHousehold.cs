using System.Text.Json;
using Alleviation.Demo.Households;

namespace Alleviation.Demo.Year;

/// <summary>What is known of a household while its year is loaded: its id, who is responsible, what the service answered.</summary>
internal sealed class YearHousehold(DemoHousehold drawn, string id)
{
    public DemoHousehold Drawn { get; } = drawn;

    public string Id { get; } = id;

    public string VillageCode { get; set; } = drawn.VillageCode;

    /// <summary>Who is responsible was asked, once the pipeline had been through.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Null until somebody is.</summary>
    public string? Physician { get; set; }

    /// <summary>By discipline.</summary>
    public Dictionary<string, string> Team { get; } = new(StringComparer.Ordinal);

    /// <summary>Of referrals, conferences and transfers: the physician who was asked.</summary>
    public Dictionary<string, string> Asked { get; } = new(StringComparer.Ordinal);

    /// <summary>By member: what a plan in force asks for beside the visits.</summary>
    public Dictionary<int, IReadOnlyList<string>> Activities { get; } = [];

    /// <summary>By member: the version of the medication list.</summary>
    public Dictionary<int, int> Medication { get; } = [];

    /// <summary>By appointment: when the slot is.</summary>
    public Dictionary<string, DateOnly> Slots { get; } = new(StringComparer.Ordinal);

    public void Learn(JsonElement household)
    {
        IsKnown = true;
        VillageCode = household.GetProperty("villageCode").GetString() ?? VillageCode;
        Physician = household.TryGetProperty("responsiblePhysician", out var physician) ? physician.GetString() : null;
        Team.Clear();
        foreach (var member in household.GetProperty("team").EnumerateArray())
        {
            Team[member.GetProperty("discipline").GetString() ?? ""] = member.GetProperty("physicianId").GetString() ?? "";
        }
    }

    public string Of(int member, string what) => $"api/households/{Id}/members/{member}/{what}";
}
