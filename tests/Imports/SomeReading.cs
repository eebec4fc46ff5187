using Alleviation.Functions.Imports;
using Alleviation.Functions.Imports.Files;
using Alleviation.Functions.Imports.Reading;
using Alleviation.Functions.Platform.Sheets;
using Alleviation.Functions.ReferenceData;

namespace Alleviation.Tests.Imports;

/// <summary>Files read as the service reads them, before anything is stored.</summary>
internal static class SomeReading
{
    public static ImportWords Words { get; } = new(new SeedFolder());

    /// <summary>The lines alone, of a list of households.</summary>
    public static async Task<List<ImportLine>> LinesAsync(byte[] content) => (await OfAsync(content)).Lines;

    public static async Task<(FileReading Reading, List<ImportLine> Lines)> OfAsync(
        byte[] content,
        FileChoice? choice = null,
        ImportPurpose purpose = ImportPurpose.Enrolment,
        ImportOptions? options = null
    )
    {
        await using var book = await SheetBook.OpenAsync(
            new MemoryStream(content),
            (options ?? new ImportOptions()).ToLimits(),
            cell => Words.For(purpose).OfHeading(cell) is not null,
            CancellationToken.None
        );
        var readFile = new ReadFile(Words);
        var reading = await readFile.ReadAsync(
            book,
            purpose,
            choice,
            (_, _) => Task.FromResult<RememberedChoice?>(null),
            CancellationToken.None
        );
        return (reading, await readFile.LinesAsync(book, purpose, reading, CancellationToken.None).ToListAsync());
    }
}
