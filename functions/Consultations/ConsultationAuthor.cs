using Alleviation.Functions.Access;
using Alleviation.Functions.Households;

namespace Alleviation.Functions.Consultations;

/// <summary>As what somebody writes in a consultation. The names are stored.</summary>
public enum ConsultationAuthor
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

internal static class ConsultationAuthors
{
    private const string Pharmacy = "pharmacy";

    public static ConsultationAuthor Of(Caller caller, Household household) =>
        caller.Role switch
        {
            Role.HealthWorker => ConsultationAuthor.HealthWorker,
            _ when caller.PhysicianId == household.PhysicianId => ConsultationAuthor.Physician,
            _ when caller.PhysicianId == PharmacistOf(household) => ConsultationAuthor.Pharmacist,
            _ => ConsultationAuthor.Team,
        };

    /// <summary>Somebody else than the responsible physician, who would be asking himself.</summary>
    public static string? PharmacistOf(Household household) =>
        household.Team.FirstOrDefault(member => member.Discipline == Pharmacy && member.PhysicianId != household.PhysicianId)?.PhysicianId;
}
