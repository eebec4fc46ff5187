using System.Collections.Concurrent;
using Alleviation.Demo.Loading;
using Alleviation.Demo.Regions;

namespace Alleviation.Demo.Year;

/// <summary>
/// Everybody who acts in the year: a health worker for each county, the physicians who have households or are asked, and the demo's own
/// accounts. Who acts for the first time gets an account, a physician hours of reception too; whoever acts signs in each day.
/// </summary>
internal sealed class YearPeople(YearClient client, AccountFiles files)
{
    private static readonly string[] Places = ["卫生院门诊一诊室", "卫生院门诊二诊室", "视频门诊"];

    // A little less than the service gives, for time goes on while a day is played.
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(23.95);
    private DateTimeOffset _signedInSince;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task>> _accounts = new(StringComparer.Ordinal);
    private readonly RegionTree _regions = RegionTree.Load(SeedsFolder.Path);

    /// <summary>Tokens live a day: after that everybody signs in anew.</summary>
    public void GoOnAt(DateTimeOffset moment)
    {
        if (moment - _signedInSince >= TokenLifetime)
        {
            _tokens.Clear();
            _signedInSince = moment;
        }
    }

    public Task<string> OperatorAsync(CancellationToken cancellationToken) =>
        SignedInAsync(DemoAccount.Operator.UserName, cancellationToken);

    public Task<string> OfficeAsync(CancellationToken cancellationToken) => SignedInAsync(DemoAccount.Office.UserName, cancellationToken);

    /// <summary>The health worker of a household's village.</summary>
    public async Task<string> WorkerAsync(string villageCode, CancellationToken cancellationToken)
    {
        if (villageCode.StartsWith(DemoAccount.Township, StringComparison.Ordinal))
        {
            return await SignedInAsync("worker", cancellationToken);
        }
        var county = villageCode[..6];
        var userName = $"worker-{county}";
        await HasAccountAsync(
            userName,
            () =>
                AddAsync(
                    new DemoAccount(userName, $"{_regions[county].Name}公卫专干", "healthWorker", [county], PhysicianId: null),
                    cancellationToken
                )
        );
        return await SignedInAsync(userName, cancellationToken);
    }

    public async Task<string> PhysicianAsync(string physicianId, CancellationToken cancellationToken)
    {
        var known = DemoAccount.Others.FirstOrDefault(account => account.PhysicianId == physicianId);
        var userName = known?.UserName ?? physicianId.ToLowerInvariant();
        await HasAccountAsync(userName, () => BeginAsync(known, userName, physicianId, cancellationToken));
        return await SignedInAsync(userName, cancellationToken);
    }

    /// <summary>Whoever tries the service out finds hours of reception, also where no event of the year was the physician's.</summary>
    public async Task OpenReceptionAsync(CancellationToken cancellationToken)
    {
        foreach (var physicianId in DemoAccount.Others.Select(account => account.PhysicianId).OfType<string>())
        {
            await PhysicianAsync(physicianId, cancellationToken);
        }
    }

    private Task HasAccountAsync(string userName, Func<Task> add) => _accounts.GetOrAdd(userName, _ => new Lazy<Task>(add)).Value;

    private async Task BeginAsync(DemoAccount? known, string userName, string physicianId, CancellationToken cancellationToken)
    {
        if (known is null)
        {
            await AddAsync(new DemoAccount(userName, $"医师 {physicianId}", "physician", [], physicianId), cancellationToken);
        }
        var token = await SignedInAsync(userName, cancellationToken);
        var week = WeekOf(physicianId);
        var path = $"api/physicians/{physicianId}/slot-plan";
        var opened = await client.SendAsync(token, HttpMethod.Put, path, new { week }, "\"v0\"", cancellationToken);
        if (!opened.IsDone)
        {
            throw new DemoException($"{userName} has no hours of reception: {opened.CodeOrStatus}");
        }
    }

    private async Task AddAsync(DemoAccount account, CancellationToken cancellationToken)
    {
        var body = new
        {
            account.UserName,
            account.DisplayName,
            account.Role,
            account.Regions,
            account.PhysicianId,
            Password = files.PasswordOf(account.UserName),
        };
        var added = await client.SendAsync(
            await OperatorAsync(cancellationToken),
            HttpMethod.Post,
            "api/accounts",
            body,
            ifMatch: null,
            cancellationToken
        );
        if (!added.IsDone)
        {
            throw new DemoException($"The account {account.UserName} was not added: {added.Status}");
        }
    }

    // Two half-days of the week, the same for the same physician.
    private static object[] WeekOf(string physicianId)
    {
        var sum = physicianId.Sum(letter => letter);
        return
        [
            .. new[] { (sum % 5) + 1, ((sum + 2) % 5) + 1 }.Select((weekday, index) => Span(weekday, index, Places[(sum + index) % 3])),
        ];
    }

    private static object Span(int weekday, int index, string place) =>
        new
        {
            weekday,
            from = index == 0 ? "08:30" : "14:30",
            to = index == 0 ? "11:30" : "17:00",
            minutes = 15,
            place,
        };

    private Task<string> SignedInAsync(string userName, CancellationToken cancellationToken) =>
        _tokens.GetOrAdd(userName, name => new Lazy<Task<string>>(() => SignInAsync(name, cancellationToken))).Value;

    private async Task<string> SignInAsync(string userName, CancellationToken cancellationToken)
    {
        var password = files.PasswordOf(userName);
        var answer = await client.SendAsync(
            token: "",
            HttpMethod.Post,
            "api/sign-in",
            new { userName, password },
            ifMatch: null,
            cancellationToken
        );
        return answer.IsDone
            ? answer.Body.GetProperty("accessToken").GetString() ?? ""
            : throw new DemoException($"{userName} cannot sign in: {answer.Status}");
    }
}
