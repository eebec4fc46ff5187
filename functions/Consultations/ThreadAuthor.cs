using Alleviation.Functions.Access;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Consultations;

/// <summary>As what somebody writes in a thread. The names are stored.</summary>
public enum ThreadAuthor
{
    /// <summary>The family's side: it asks, and understands.</summary>
    HealthWorker,

    /// <summary>The responsible physician: answers, asks the pharmacist, closes.</summary>
    Physician,

    /// <summary>The team's pharmacist, whose opinion was asked.</summary>
    Pharmacist,

    /// <summary>Another physician of the team, or one who may see the household for a time.</summary>
    Team,
}

internal static class ThreadAuthors
{
    private const string Pharmacy = "pharmacy";

    public static ThreadAuthor Of(Caller caller, Household household) => caller.Role switch
    {
        Role.HealthWorker => ThreadAuthor.HealthWorker,
        _ when caller.PhysicianId == household.PhysicianId => ThreadAuthor.Physician,
        _ when caller.PhysicianId == PharmacistOf(household) => ThreadAuthor.Pharmacist,
        _ => ThreadAuthor.Team,
    };

    /// <summary>Somebody else than the responsible physician, who would be asking himself.</summary>
    public static string? PharmacistOf(Household household) =>
        household.Team.FirstOrDefault(member => member.Discipline == Pharmacy && member.PhysicianId != household.PhysicianId)?.PhysicianId;
}
