using System.Globalization;
using Alleviation.Functions.Enrolment;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Households;
using Alleviation.Functions.Imports.Lines;

namespace Alleviation.Functions.Imports;

/// <summary>What became of the lines of one household.</summary>
public enum EnrolLinesOutcome
{
    /// <summary>Enrolled by this import, now or before a crash.</summary>
    Accepted,

    /// <summary>Enrolled before, with the same content.</summary>
    Unchanged,

    /// <summary>Something is wrong with it, or it is enrolled with other content; its lines are kept to be mended.</summary>
    Refused,
}

/// <summary>Enrols the household that the lines describe, through the same handler as the form.</summary>
public sealed class EnrolLines(
    EnrolHouseholdHandler enrolHousehold,
    EnrolmentCheck check,
    Labels labels,
    RegionNames regions,
    TimeProvider clock
)
{
    public async Task<(EnrolLinesOutcome Outcome, IReadOnlyList<RefusedLine> Refused)> HandleAsync(
        LineGroup group,
        Import import,
        CancellationToken cancellationToken
    )
    {
        var household = new HouseholdLines(group.Lines, labels, regions, import.StartedBy);
        if (!group.IsWhole)
        {
            return Refused(household, [household.Refuse("too-many", EnrolmentCheck.MaxMembers.ToString(CultureInfo.InvariantCulture))]);
        }

        if (household.Errors.Count > 0)
        {
            return Refused(household, [.. household.Errors, .. OtherErrors(household, import)]);
        }
        var result = await enrolHousehold.HandleAsync(household.Command, import.StartedBy, cancellationToken, import.Id.Source);
        return result.Outcome switch
        {
            EnrolHouseholdOutcome.Invalid => Refused(household, [.. result.Errors.Select(household.Locate)]),
            EnrolHouseholdOutcome.Accepted => (EnrolLinesOutcome.Accepted, []),
            // Before a crash, or by another delivery of this chunk; it may even have been corrected since.
            _ when result.Household?.Source == import.Id.Source => (EnrolLinesOutcome.Accepted, []),
            EnrolHouseholdOutcome.AlreadyEnrolled => (EnrolLinesOutcome.Unchanged, []),
            _ => Refused(household, [household.Refuse("import-enrolled-differently")]),
        };
    }

    // All that is wrong at once, so that a list is mended once; a cell that cannot be read is not also called missing.
    private IEnumerable<LineError> OtherErrors(HouseholdLines household, Import import)
    {
        var reported = household.Errors.Select(error => (error.Place, error.Line, error.Column)).ToHashSet();
        var (_, errors) = check.Check(household.Command, import.StartedBy, clock.GetUtcNow());
        return errors
            .Select(household.Locate)
            .Where(error => !reported.Contains((error.Place, error.Line, error.Column)) && !household.IsTold(error));
    }

    private static (EnrolLinesOutcome Outcome, IReadOnlyList<RefusedLine> Refused) Refused(
        HouseholdLines household,
        IReadOnlyList<LineError> errors
    )
    {
        var first = errors.MinBy(error => (error.Place, error.Line))!.Line.ToString(CultureInfo.InvariantCulture);
        return (EnrolLinesOutcome.Refused, [.. household.Lines.Select(line => new RefusedLine(line, ErrorsOf(line, errors, first)))]);
    }

    private static LineError[] ErrorsOf(ImportLine line, IReadOnlyList<LineError> errors, string first)
    {
        LineError[] own = [.. errors.Where(error => error.IsOf(line))];
        return own is []
            ? [new LineError(line.Number, Column: null, "registrationNumber", "import-with-household", [first], line.Place)]
            : own;
    }
}
