using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Households;
using Alleviation.Functions.Imports.Reading;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Sheets;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Imports;

/// <summary>
/// An import accounts for everything that it was given: each cell of a file is in a line, in a refusal, or named as not used.
/// </summary>
public sealed class EveryCellTests
{
    private static readonly SeedFolder Seeds = new();
    private static readonly Labels Labels = new(Seeds, new CodeLists(Seeds));
    private static readonly RegionNames Regions = new(new Regions(Seeds));
    private static readonly Fingerprinter Fingerprinter = new(KeyRing.Create());
    private static readonly int Files = RandomPart.Of("IMPORT_FILES", 60);

    [Fact]
    public async Task EveryCell_IsUsedRefusedOrNamed()
    {
        for (var seed = 1; seed <= Files; seed++)
        {
            var file = SomeFile.Of(seed);
            var (reading, lines) = await SomeReading.OfAsync(file.Bytes);
            var numbers = new HouseholdNumbers(Labels, Fingerprinter, reading);
            var households = lines
                .Select(numbers.Complete)
                .GroupBy(line => line[ImportColumns.RegistrationNumber] ?? line.Key)
                .Select(group => new HouseholdLines(group, Labels, Regions, ImportsApp.Worker))
                .ToList();
            var byRow = lines.ToDictionary(line => (line.Place, line.Number));
            foreach (var (sheet, row, column, text) in file.Cells)
            {
                Assert.True(
                    IsAccountedFor(reading.Sheets[sheet], byRow, households, sheet, row, column, text),
                    $"File {seed}: sheet {sheet}, {CellReference.LettersOf(column)}{row} '{text}'"
                );
            }
        }
    }

    private static bool IsAccountedFor(
        SheetReading sheet,
        Dictionary<(int Place, int Row), ImportLine> lines,
        List<HouseholdLines> households,
        int place,
        int row,
        int column,
        string text
    )
    {
        if (!sheet.IsUsed || sheet.HeadingRows.Contains(row) || sheet.LeftOut.Any(rows => rows.From <= row && row <= rows.To))
        {
            return true;
        }
        if (sheet.Columns.FirstOrDefault(each => each.Place == column) is not { } known)
        {
            return false;
        }
        if (known.Use is null)
        {
            return known.Filled > 0;
        }
        var line = lines[(place, row)];
        if (line.Cells[known.Use] != text)
        {
            return false;
        }
        var household = households.Single(each => each.Lines.Any(other => other.Key == line.Key));
        return household.Errors.Any(error => error.Column == known.Use && error.IsOf(line)) || Says(household, line, known.Use, text);
    }

    // Whether the command has what the cell says, or, where a code or nothing is said, has been told what.
    private static bool Says(HouseholdLines household, ImportLine line, string use, string text)
    {
        var member = household.Command.Members![household.Lines.Index().First(other => other.Item.Key == line.Key).Index];
        return use switch
        {
            "registrationNumber" => household.Command.RegistrationNumber == text,
            "villageCode" => household.Command.VillageCode == text,
            "kind" => household.Command.Kind is "extremePoverty",
            "address" => household.Command.Address == text,
            "name" => member.Name == text,
            "headName" => member.Name == text || household.Errors.Any(error => error.Code is "import-differs" or "import-head-differs"),
            "idNumber" => member.IdNumber == text,
            "relationship" => member.Relationship is "0",
            "phone" => member.PhoneAsGiven == text,
            "conditions" => text is "无" ? member.Conditions is [] : member.Conditions is [{ Code: "I10" }],
            "education" => member.BasicInformation?.Education is "8",
            "povertyStatus" => IsRefused(use)
                || (
                    text is "否"
                        ? household.Command.PovertyStatuses is null or [{ Code: "lifted" }]
                        : household.Command.PovertyStatuses!.Any(status => status.Code is "suddenDifficulty")
                ),
            "povertyStatusOn" => IsRefused("povertyStatus")
                || IsRefused(use)
                || household.Command.PovertyStatuses!.Any(status => status.On is { Year: 2022, Month: 5, Day: 31 }),
            "lifted" => IsRefused(use)
                || (text is "否") == (household.Command.PovertyStatuses?.Any(status => status.Code is "lifted") is not true),
            "liftedIn" => IsRefused("lifted")
                || IsRefused(use)
                || household.Command.PovertyStatuses!.Any(status => status is { Code: "lifted", On: { Year: 2018, Month: 12, Day: 31 } }),
            "drugAllergies" => member.BasicInformation?.DrugAllergies is ["2"],
            _ => false,
        };

        // A day goes with its status, and what is wrong with a household's cell is told where it stands first.
        bool IsRefused(string column) => household.Errors.Any(error => error.Column == column);
    }
}
