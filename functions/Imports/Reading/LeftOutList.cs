namespace Alleviation.Functions.Imports.Reading;

/// <summary>Rows that are no lines, those beside each other told together.</summary>
internal sealed class LeftOutList
{
    /// <summary>What nobody would read to its end; the last entry then names all rows up to the last.</summary>
    private const int Max = 400;

    private readonly List<LeftOutRows> _rows = [];

    public IReadOnlyList<LeftOutRows> Rows => _rows;

    public void Add(int row, LeftOutReason reason)
    {
        if (_rows.Count > 0 && _rows[^1] is var last && (_rows.Count == Max || (last.Reason == reason && last.To == row - 1)))
        {
            _rows[^1] = last with { To = row };
        }
        else
        {
            _rows.Add(new LeftOutRows(row, row, reason));
        }
    }

    public IReadOnlyList<LeftOutRows> AllFor(LeftOutReason reason) =>
        _rows is [] ? [] : [new LeftOutRows(_rows[0].From, _rows[^1].To, reason)];
}
