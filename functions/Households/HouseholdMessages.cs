using Alleviation.Functions.Platform.Queues;

namespace Alleviation.Functions.Households;

/// <summary>A pointer to the version of a household that somebody is about to commit.</summary>
public interface IHouseholdMessage : IMessage
{
    string Household { get; }

    int HouseholdVersion { get; }

    /// <summary>The record of a call stands with the version, and has to be in the audit (<see cref="Storage.ChangeAudit"/>).</summary>
    bool IsByCall => false;
}

/// <summary>Its records are to be built.</summary>
public sealed record EnrolmentReceived(string Household, int HouseholdVersion, bool IsByCall = false) : IHouseholdMessage
{
    public static string Name => "enrolment-received";

    public static int Version => 1;

    public static string Queue => "enrolments";
}

/// <summary>The roster has changed: whether the responsible physician and the team may stay is to be looked at again.</summary>
public sealed record RoutingDue(string Household, int HouseholdVersion) : IHouseholdMessage
{
    public static string Name => "routing-due";

    public static int Version => 1;

    public static string Queue => "care-plans";
}

/// <summary>The household's views have to be updated.</summary>
public sealed record HouseholdChanged(string Household, int HouseholdVersion, bool IsByCall = false) : IHouseholdMessage
{
    public static string Name => "household-changed";

    public static int Version => 1;

    public static string Queue => "changes";
}
