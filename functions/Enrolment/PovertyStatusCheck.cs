using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Enrolment;

internal sealed class PovertyStatusCheck(CodeCheck codes)
{
    /// <summary>Twice a year for ten years.</summary>
    private const int Max = 20;
    private const int MaxSource = 100;

    /// <summary>The registry of poor households was begun in 2013 (建档立卡); nothing was decided before.</summary>
    private static readonly DateOnly Earliest = new(2013, 1, 1);

    /// <returns>In the order of their days; null for none.</returns>
    public IReadOnlyList<PovertyStatus>? Check(
        ValidationErrors validationErrors,
        IReadOnlyList<PovertyStatusRequest>? requests,
        DateOnly today
    )
    {
        if (requests is not { Count: > 0 })
        {
            return null;
        }
        if (requests.Count > Max)
        {
            validationErrors.Add("povertyStatuses", "too-many", Max);
            return null;
        }

        var statuses = new List<PovertyStatus>();
        for (var index = 0; index < requests.Count; index++)
        {
            var at = validationErrors.In("povertyStatuses", index);
            var code = codes.Required(at, "code", "povertyStatus", requests[index].Code);
            var source = TextCheck.Optional(at, "source", requests[index].Source, MaxSource);
            if (requests[index].On is not { } on)
            {
                at.Add("on", "required");
                continue;
            }

            if (on > today)
            {
                at.Add("on", "in-the-future");
            }
            else if (on < Earliest)
            {
                at.Add("on", "too-long-ago");
            }
            else if (statuses.Any(known => known.On == on))
            {
                at.Add("on", "twice");
            }
            if (code is not null)
            {
                statuses.Add(new PovertyStatus(code, on, source));
            }
        }

        return [.. statuses.OrderBy(status => status.On)];
    }
}
