using System.Globalization;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Households;
using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Imports.Reading;

/// <summary>What a person confirms, held against the file.</summary>
internal sealed class ChoiceCheck(ImportPurpose purpose, FileReading reading, Labels labels, RegionNames regions)
{
    private readonly List<FieldError> _errors = [];

    public (FileChoice Choice, IReadOnlyList<FieldError> Errors) Check(ConfirmImportRequest request)
    {
        var values = request.Values ?? new Dictionary<string, string>();
        foreach (var (column, value) in values)
        {
            Value(column, value);
        }
        var sheets = request
            .Sheets.Select((sheet, index) => Sheet(sheet, string.Create(CultureInfo.InvariantCulture, $"sheets[{index}]"), values))
            .ToList();
        if (sheets.Count is 0)
        {
            _errors.Add(new FieldError("sheets", "required"));
        }
        if (sheets.DistinctBy(sheet => sheet.Place).Count() != sheets.Count)
        {
            _errors.Add(new FieldError("sheets", "twice"));
        }
        return (new FileChoice(sheets, values), _errors);
    }

    private SheetChoice Sheet(ConfirmSheetRequest request, string field, IReadOnlyDictionary<string, string> values)
    {
        var uses = new Dictionary<int, string>();
        if (reading.Sheets.FirstOrDefault(sheet => sheet.Place == request.Place) is not { HeadingRows.Count: > 0 } known)
        {
            _errors.Add(new FieldError($"{field}.place", "unknown-value"));
            return new SheetChoice(request.Place, uses);
        }

        for (var index = 0; index < request.Columns.Count; index++)
        {
            var (place, use) = request.Columns[index];
            var at = string.Create(CultureInfo.InvariantCulture, $"{field}.columns[{index}]");
            if (known.Columns.All(column => column.Place != place))
            {
                _errors.Add(new FieldError($"{at}.place", "unknown-value"));
            }
            else if (ImportColumns.For(purpose).All(column => column.Name != use))
            {
                _errors.Add(new FieldError($"{at}.use", "unknown-value"));
            }
            else if (uses.ContainsValue(use))
            {
                _errors.Add(new FieldError($"{at}.use", "import-column-twice", ImportColumns.Named(use)!.Chinese, known.HeadingRows[^1]));
            }
            else if (!uses.TryAdd(place, use))
            {
                _errors.Add(new FieldError($"{at}.place", "twice"));
            }
        }

        foreach (var missing in RequiredColumns.Missing(purpose, uses.Values.ToHashSet(StringComparer.Ordinal), values))
        {
            _errors.Add(
                new FieldError(
                    missing,
                    "import-column-missing",
                    $"{ImportColumns.Named(missing)!.Chinese} ({missing})",
                    known.HeadingRows[^1]
                )
            );
        }

        return new SheetChoice(request.Place, uses);
    }

    private void Value(string name, string value)
    {
        if (RequiredColumns.WithValues(purpose).FirstOrDefault(column => column.Name == name) is not { } column)
        {
            _errors.Add(new FieldError("values", "unknown-value"));
        }
        else if (WhyNot(column, value) is { } why)
        {
            var choices = column == ImportColumns.RegionCode ? regions.Find(value).Choices : [];
            _errors.Add(new FieldError($"values.{name}", why, string.Join("、", choices.Select(regions.LabelOf))));
        }
    }

    /// <summary>The code of the text that says why the value cannot be the column's; null where it can.</summary>
    private string? WhyNot(ImportColumn column, string value)
    {
        if (column == ImportColumns.Kind)
        {
            return labels.CodeOf(CodeColumns.ListOf(column), value) is null ? "unknown-value" : null;
        }
        if (column == ImportColumns.RegionCode)
        {
            return regions.Find(value).Error;
        }
        if (column == ImportColumns.PovertyStatusOn)
        {
            return CellValues.TryLastDay(value, out _) ? null : CellValues.WhyNoDate(value);
        }
        if (column == ImportColumns.TakenAt)
        {
            return CellValues.TryMoment(value, out _) ? null : CellValues.WhyNoDate(value);
        }
        if (column == ImportColumns.VillageCode)
        {
            return value is { Length: 12 } ? null : "village-unknown";
        }
        var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return column == ImportColumns.PanelSize && !isNumber ? "import-number" : null;
    }
}
