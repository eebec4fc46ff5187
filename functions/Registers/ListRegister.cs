using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Households.Storage;
using Alleviation.Functions.Platform.Time;
using Alleviation.Functions.Worklists;

namespace Alleviation.Functions.Registers;

/// <summary>A register, a page of households at a time: what a page costs does not grow with the register.</summary>
public sealed class ListRegisterHandler(VillageTable villages, WorklistTable worklists, TimeProvider clock)
{
    /// <summary>Households, each with the members that the register holds: often none, seldom more than two.</summary>
    internal const int PageSize = 200;

    /// <param name="region">A township's or village's code.</param>
    public async Task<(IReadOnlyList<RegisterLine> Items, string? Continuation)> OfRegionAsync(
        Register register,
        string region,
        string? continuation,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var (rows, next) = await villages.PageAsync(region, null, false, continuation, PageSize, cancellationToken);
        return (LinesOf(rows, register, caller), next);
    }

    /// <param name="from">Where the page begins; null for the first.</param>
    /// <returns>The lines, and where the next page begins; null after the last.</returns>
    public async Task<(IReadOnlyList<RegisterLine> Items, PanelPlace? Next)> OfPanelAsync(
        Register register,
        PhysicianId physician,
        PanelPlace? from,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        // A panel lies in few townships: its own list says once in which, and the pages after the first take the rest along.
        var townships = from?.Townships ?? await worklists.ListTownshipsAsync(physician.Value, cancellationToken);
        if (townships.Count == 0)
        {
            return ([], null);
        }
        var (rows, next) = await villages.PageOfPanelAsync(townships[0], physician, from?.Continuation, PageSize, cancellationToken);
        PanelPlace? after =
            next is not null ? new PanelPlace(townships, next)
            : townships.Count > 1 ? new PanelPlace([.. townships.Skip(1)], null)
            : null;
        return (LinesOf(rows, register, caller), after);
    }

    private List<RegisterLine> LinesOf(IReadOnlyList<VillageHousehold> rows, Register register, Caller caller)
    {
        var today = clock.Today();
        return
        [
            .. rows.Select(row => row.Household)
                .Where(household => caller.MaySee(household))
                .SelectMany(household => RegisterLine.In(household, register, today)),
        ];
    }
}

/// <summary>Where a page of a panel begins.</summary>
/// <param name="Townships">That one and those after it.</param>
/// <param name="Continuation">In the first of them; null for its beginning.</param>
public sealed record PanelPlace(IReadOnlyList<string> Townships, string? Continuation)
{
    private const int CodeLength = 9;

    /// <summary>The codes one after the other: a cursor is short.</summary>
    public string Codes => string.Concat(Townships);

    /// <returns>Null where those are no townships.</returns>
    public static PanelPlace? Read(string codes, string continuation) =>
        codes.Length > 0 && codes.Length % CodeLength == 0 && codes.All(char.IsAsciiDigit)
            ? new PanelPlace([.. codes.Chunk(CodeLength).Select(code => new string(code))], continuation.Length > 0 ? continuation : null)
            : null;
}
