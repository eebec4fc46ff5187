using Alleviation.Functions.Households;
using Alleviation.Functions.Imports.Storage;
using Alleviation.Functions.Platform.Queues;
using Microsoft.Extensions.Logging;

namespace Alleviation.Functions.Imports;

/// <summary>Waits for an announced import to be committed, as AnnouncedHousehold does for households.</summary>
public sealed partial class AnnouncedImport(ImportTable imports, TimeProvider clock, ILogger<AnnouncedImport> log)
{
    private static readonly TimeSpan[] Looks =
    [
        TimeSpan.FromMilliseconds(50),
        TimeSpan.FromMilliseconds(100),
        TimeSpan.FromMilliseconds(200),
    ];

    /// <summary>Null where there is no such import (any more), or where its upload never came to its end.</summary>
    public async Task<Import?> FindAsync(Delivery<ImportChunkReady> delivery, CancellationToken cancellationToken)
    {
        if (!ImportId.TryParse(delivery.Message.Import, out var id))
        {
            throw new FormatException("A message points at no import id.");
        }
        for (var look = 0; ; look++)
        {
            if (await imports.FindAsync(id, cancellationToken) is var import && import is not { Stage: ImportStage.Receiving })
            {
                return import;
            }
            if (look == Looks.Length)
            {
                break;
            }
            await Task.Delay(Looks[look], clock, cancellationToken);
        }

        if (!delivery.IsLast)
        {
            throw new ChangeNotThereYetException();
        }
        NeverReceived(id);
        return null;
    }

    [LoggerMessage(LogLevel.Warning, "Import {Import} was announced but never received")]
    private partial void NeverReceived(ImportId import);
}
