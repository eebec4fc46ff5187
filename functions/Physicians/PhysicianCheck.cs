using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Physicians;

/// <summary>A physician as an operator enters one.</summary>
public sealed record PhysicianRequest(
    string? Id,
    string? Name,
    IReadOnlyList<string>? Disciplines,
    string? RegionCode,
    string? Organisation,
    int? PanelSize,
    string? Phone,
    PhysicianState? State = null,
    string? Title = null
);

/// <summary>The checks of a roster line: all errors at once.</summary>
public sealed class PhysicianCheck(CodeLists lists, Regions regions)
{
    private const int MaxText = 100;
    private const int MaxPanel = 5_000;

    public (Physician? Physician, IReadOnlyList<FieldError> Errors) Check(PhysicianRequest request)
    {
        var errors = new List<FieldError>();
        if (!PhysicianId.TryParse(request.Id, out var id))
        {
            errors.Add(new FieldError("id", "physician-id"));
        }
        else if (request.RegionCode is { } region && !region.StartsWith(id.Partition, StringComparison.Ordinal))
        {
            errors.Add(new FieldError("regionCode", "physician-county"));
        }
        Text("name", request.Name);
        Text("organisation", request.Organisation);
        if (request.Phone is { Length: > MaxText })
        {
            errors.Add(new FieldError("phone", "too-long", MaxText));
        }
        if (request.RegionCode is null || regions.Find(request.RegionCode) is null)
        {
            errors.Add(new FieldError("regionCode", "region-code"));
        }
        if (request.PanelSize is not (>= 0 and <= MaxPanel))
        {
            errors.Add(new FieldError("panelSize", "panel-size", MaxPanel));
        }
        if (request.Disciplines is not { Count: > 0 })
        {
            errors.Add(new FieldError("disciplines", "required"));
        }
        else if (request.Disciplines.Any(code => !lists.Contains("discipline", code)))
        {
            errors.Add(new FieldError("disciplines", "unknown-value"));
        }
        var title = string.IsNullOrWhiteSpace(request.Title) ? null : request.Title.Trim();
        if (title is not null && !lists.Contains("physicianTitle", title))
        {
            errors.Add(new FieldError("title", "unknown-value"));
        }
        if (errors.Count > 0)
        {
            return (null, errors);
        }
        var physician = new Physician(
            id,
            request.Name!.Trim(),
            [.. request.Disciplines!.Distinct(StringComparer.Ordinal)],
            request.RegionCode!,
            request.Organisation!.Trim(),
            request.PanelSize!.Value,
            string.IsNullOrWhiteSpace(request.Phone) ? null : request.Phone.Trim(),
            request.State ?? PhysicianState.Active,
            Title: title
        );
        return (physician, []);

        void Text(string field, string? text)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                errors.Add(new FieldError(field, "required"));
            }
            else if (text.Length > MaxText || text.Any(char.IsControl))
            {
                errors.Add(new FieldError(field, "too-long", MaxText));
            }
        }
    }
}
