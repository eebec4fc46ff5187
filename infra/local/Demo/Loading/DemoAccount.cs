namespace Alleviation.Demo.Loading;

/// <summary>An account for trying the service out; role as POST /api/accounts names it.</summary>
public sealed record DemoAccount(string UserName, string DisplayName, string Role, IReadOnlyList<string> Regions, string? PhysicianId)
{
    /// <summary>松口镇: where the demo's health worker and physician are at home, and many of its households.</summary>
    public const string Township = "441403100";

    public static readonly DemoAccount Operator = new("operator", "演示管理员", "operator", [], null);

    /// <summary>Whoever keeps the city's registry sends its list; an operator has no region and so no household.</summary>
    public static readonly DemoAccount Office = new("office", "演示建档办公室", "healthWorker", ["4414"], null);

    public static readonly IReadOnlyList<DemoAccount> Others =
    [
        Office,
        new("worker", "演示村医", "healthWorker", [Township], null),
        new("physician", "演示责任医师", "physician", [Township], $"P{Township}-01"),
        new("county", "演示县卫健局", "official", ["441403"], null),
        new("city", "演示市卫健局", "official", ["4414"], null),
        new("auditor", "演示审计员", "auditor", ["4414"], null),
    ];
}
