using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Enrolment;

/// <summary>Tells the same enrolment sent twice from another one of the same number.</summary>
internal static class EnrolmentFingerprint
{
    private const string Purpose = "enrolment";

    /// <param name="checkedAt">The moment that stands in for a reading's own where none was given: it is not part of what was sent.</param>
    public static string Of(CheckedEnrolment enrolment, DateTimeOffset checkedAt, Fingerprinter fingerprinter)
    {
        var sent = enrolment with
        {
            Members =
            [
                .. enrolment.Members.Select(member =>
                    member with
                    {
                        Readings = [.. member.Readings.Select(reading => WithoutDefault(reading, checkedAt))],
                    }
                ),
            ],
        };
        return fingerprinter.OfContent(Purpose, sent);
    }

    private static Reading WithoutDefault(Reading reading, DateTimeOffset checkedAt) =>
        reading.TakenAt == checkedAt ? reading with { TakenAt = default } : reading;
}
