using Alleviation.Functions.Households;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Households;
using Alleviation.Functions.Platform.Sealing;

namespace Alleviation.Functions.Imports.Reading;

/// <summary>
/// Says which household each line belongs to, line after line. A line without a number belongs to the household above it, unless it is a
/// second head: then it begins a household whose number is missing. A sheet without numbers begins a household at each head, known by
/// the head's citizen ID, so that the same list sent again finds the same households.
/// </summary>
public sealed class HouseholdNumbers(Labels labels, Fingerprinter fingerprinter, FileReading reading)
{
    private const int LengthOfMade = 16;

    private readonly HashSet<int> _makesNumbers = [.. reading.Sheets.Where(sheet => sheet.MakesNumbers).Select(sheet => sheet.Place)];
    private int _place = -1;
    private string? _number;
    private bool _hasHead;

    public ImportLine Complete(ImportLine line)
    {
        if (line.Place != _place)
        {
            (_place, _number, _hasHead) = (line.Place, null, false);
        }
        var isHead =
            line[ImportColumns.Relationship] is { } relationship && labels.CodeOf("relationship", relationship) is Member.HeadRelationship;
        if (_makesNumbers.Contains(line.Place))
        {
            if (isHead)
            {
                _number = MadeOf(line);
            }
        }
        else if (line[ImportColumns.RegistrationNumber] is { } number)
        {
            if (number != _number)
            {
                (_number, _hasHead) = (number, false);
            }
        }
        else if (isHead && _hasHead)
        {
            _number = null;
        }

        _hasHead |= isHead;
        return line.With([.. NumberOf(), .. ValuesFor(line)]);
    }

    private IEnumerable<KeyValuePair<string, string>> NumberOf() =>
        _number is null ? [] : [new(ImportColumns.RegistrationNumber.Name, _number)];

    // A day goes with what it is the day of: nothing was measured of somebody without a reading.
    private IEnumerable<KeyValuePair<string, string>> ValuesFor(ImportLine line) =>
        reading.Values.Where(value =>
            value.Key == ImportColumns.TakenAt.Name
                ? ImportColumns.Readings.Append(ImportColumns.BloodPressure).Any(each => line[each] is not null)
                : value.Key != ImportColumns.PovertyStatusOn.Name
                    || (line[ImportColumns.PovertyStatus] is { } status && !labels.IsNothing(ImportColumns.PovertyStatus.Name, status))
        );

    private string? MadeOf(ImportLine head) =>
        head[ImportColumns.IdNumber] is { } id ? "ZB-" + FingerprintOf(id)[..LengthOfMade].ToUpperInvariant() : null;

    private string FingerprintOf(string id) => fingerprinter.Of("import-made-number", CellValues.WithoutSpaces(id).ToUpperInvariant());
}
