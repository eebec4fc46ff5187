using Alleviation.Functions.Households;

namespace Alleviation.Tests.FollowUps;

/// <summary>
/// Counts follow-ups as somebody with a calendar would: each evening a day's open follow-up is missed, each visit before that is in time.
/// It shares nothing with the service but the dates that visits said.
/// </summary>
internal sealed class FulfilmentRecount
{
    private readonly Dictionary<(int Member, string Form), (DateOnly DueOn, DateOnly Open, int EveryDays)> _due = [];
    private readonly List<(int Member, string Form, DateOnly On, bool OnTime)> _settled = [];
    private readonly HashSet<(int Member, string Form)> _visited = [];

    public FulfilmentRecount(Household household)
    {
        foreach (var member in household.Members)
        {
            foreach (var followUp in member.Plan?.FollowUps ?? [])
            {
                _due[(member.Number, followUp.Form)] = (followUp.DueOn, followUp.DueOn, followUp.EveryDays);
            }
        }
    }

    public Dictionary<string, int> Managed =>
        _visited.GroupBy(followUp => followUp.Form).ToDictionary(ofForm => ofForm.Key, ofForm => ofForm.Count());

    public IEnumerable<(int Member, string Form)> DueBy(DateOnly day) =>
        _due.Where(followUp => followUp.Value.DueOn <= day).Select(followUp => followUp.Key).Order();

    public void Visit(int member, string form, DateOnly on, DateOnly next)
    {
        var (due, _, every) = _due[(member, form)];
        if (on <= due)
        {
            _settled.Add((member, form, on, true));
        }
        _due[(member, form)] = (next, next, every);
        _visited.Add((member, form));
    }

    public void EndOf(DateOnly day)
    {
        foreach (var (key, (due, open, every)) in _due.ToList())
        {
            if (open != day)
            {
                continue;
            }
            _settled.Add((key.Member, key.Form, day, false));
            _due[key] = (due, day.AddDays(every), every);
        }
    }

    public (int Due, int OnTime) LastTwelveMonths(DateOnly today)
    {
        var settlements = SettledInTheYear(today).ToList();
        return (settlements.Count, settlements.Count(settled => settled.OnTime));
    }

    public Dictionary<string, int> ToStandard(DateOnly today) =>
        _visited
            .Where(key => SettledInTheYear(today).All(settled => (settled.Member, settled.Form) != key || settled.OnTime))
            .GroupBy(settled => settled.Form)
            .ToDictionary(ofForm => ofForm.Key, ofForm => ofForm.Count());

    private IEnumerable<(int Member, string Form, DateOnly On, bool OnTime)> SettledInTheYear(DateOnly today)
    {
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-11);
        return _settled.Where(settled => settled.On >= first);
    }
}
