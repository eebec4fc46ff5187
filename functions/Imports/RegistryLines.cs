using System.Globalization;
using Alleviation.Functions.Access;
using Alleviation.Functions.Coverage;
using Alleviation.Functions.Enrolment;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Households;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Imports;

/// <summary>
/// The lines of one upload as entries of the registry: which households there are, whether or not they can be enrolled yet.
/// </summary>
public sealed class RegistryLines(
    RegistryTable registry,
    CoverageRequests coverage,
    Regions regions,
    RegionNames names,
    HouseholdTable households,
    Fingerprinter fingerprinter,
    Caller caller
)
{
    private readonly RegistryBuffer _buffer = new(registry, coverage);
    private readonly HashSet<UInt128> _seen = [];
    private readonly HashSet<UInt128> _entered = [];

    /// <summary>How many different households the lines name.</summary>
    public int Households => _seen.Count;

    public int Entered => _entered.Count;

    /// <summary>The fingerprint of the line's household, or a stand-in for a line that names none.</summary>
    public string FingerprintOf(ImportLine line, ImportId import)
    {
        var fingerprint = NumberOf(line) is { } number
            ? fingerprinter.Of(HouseholdId.FingerprintPurpose, number)
            : fingerprinter.Of("import-line", string.Create(CultureInfo.InvariantCulture, $"{import}:{line.Key}"));
        _seen.Add(UInt128.Parse(fingerprint, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        return fingerprint;
    }

    /// <summary>Enters the line's household; or says why it cannot be entered.</summary>
    public async Task<LineError?> EnterAsync(ImportLine line, string fingerprint, CancellationToken cancellationToken)
    {
        if (ErrorOf(line) is { } error)
        {
            return error;
        }
        if (_entered.Add(UInt128.Parse(fingerprint, NumberStyles.HexNumber, CultureInfo.InvariantCulture)))
        {
            await _buffer.AddAsync(names.Find(line, caller)!.Code!, HouseholdId.OfFingerprint(fingerprint), cancellationToken);
        }

        return null;
    }

    /// <summary>
    /// A line that was refused before and is sent again under another number: the household of its old number leaves the registry, unless
    /// this list names it as well, it is enrolled, or it counts in somebody else's region: then the number is right, though not this
    /// line's.
    /// </summary>
    public async Task CorrectAsync(ImportLine before, CancellationToken cancellationToken)
    {
        if (NumberOf(before) is not { } number)
        {
            return;
        }
        var fingerprint = fingerprinter.Of(HouseholdId.FingerprintPurpose, number);
        if (_seen.Contains(UInt128.Parse(fingerprint, NumberStyles.HexNumber, CultureInfo.InvariantCulture)))
        {
            return;
        }
        var household = HouseholdId.OfFingerprint(fingerprint);
        if (await households.FindAsync(household, cancellationToken) is not null)
        {
            return;
        }
        await _buffer.RemoveAsync(household, caller.Covers, cancellationToken);
    }

    public Task FinishAsync(CancellationToken cancellationToken) => _buffer.FinishAsync(cancellationToken);

    private LineError? ErrorOf(ImportLine line) =>
        (NumberOf(line), names.Find(line, caller)) switch
        {
            (null, _) => Refuse(line, ImportColumns.RegistrationNumber, "required"),
            (ExampleLine.RegistrationNumber, _) => Refuse(line, ImportColumns.RegistrationNumber, "import-example-line"),
            ({ } number, _) when CellValues.LostDigits(number) => Refuse(line, ImportColumns.RegistrationNumber, "import-digits-lost"),
            ({ } number, _) when !EnrolmentCheck.IsRegistrationNumber(number) => Refuse(
                line,
                ImportColumns.RegistrationNumber,
                "registration-form"
            ),
            (_, null) => Refuse(line, ImportColumns.VillageCode, "required"),
            (_, { Error: { } why } village) => Refuse(line, ImportColumns.VillageCode, why) with
            {
                List = LineError.Regions,
                Choices = village.Choices,
            },
            (_, { Code: { } code }) when !regions.IsVillage(code) => Refuse(line, ImportColumns.VillageCode, "village-unknown"),
            (_, { Code: { } code }) when !caller.Covers(code) => Refuse(line, ImportColumns.VillageCode, "village-not-yours"),
            _ => null,
        };

    private static LineError Refuse(ImportLine line, ImportColumn column, string code) =>
        new(line.Number, column.Name, HouseholdFields.FieldOf(column, 0), code, [], line.Place);

    private static string? NumberOf(ImportLine line) =>
        line[ImportColumns.RegistrationNumber] is { } number
            ? EnrolmentCheck.NormaliseRegistrationNumber(CellValues.WithoutSpaces(number))
            : null;
}
