using Alleviation.Tests.Browser.Frame;

namespace Alleviation.Tests.Browser.StepsOfTasks;

/// <summary>
/// A task whose steps were counted before, and those that it takes now, from the desk's first screen until it is confirmed.
/// </summary>
/// <param name="Before">As counted by hand in the app as it was.</param>
/// <param name="Way">How many of today's steps lead to the page on which the task itself begins.</param>
internal sealed record CountedTask(string Name, int Before, int Now, int Way)
{
    public static readonly CountedTask Enrolment = new("Enrol five households, two of them without signal", 58, 56, 1);
    public static readonly CountedTask Visit = new("Hypertension visit", 16, 10, 2);
    public static readonly CountedTask ThreeForms = new("Hypertension, diabetes and elderly check of one person", 37, 17, 2);
    public static readonly CountedTask Question = new("Question to the physician", 8, 5, 2);
    public static readonly CountedTask Referral = new("Referral", 9, 7, 2);
    public static readonly CountedTask Booking = new("Booking", 6, 6, 2);
    public static readonly CountedTask OnePlan = new("Sign one plan", 10, 3, 1);
    public static readonly CountedTask TenPlans = new("Sign ten plans", 100, 12, 1);
    public static readonly CountedTask Drug = new("Add a drug", 5, 5, 1);
    public static readonly CountedTask Import = new("Mend nine faults of an import", 11, 10, 0);
    public static readonly CountedTask VillageList = new("From the city to the list of a village", 5, 5, 0);

    public static readonly IReadOnlyList<CountedTask> All =
    [
        Enrolment,
        Visit,
        ThreeForms,
        Question,
        Referral,
        Booking,
        OnePlan,
        TenPlans,
        Drug,
        Import,
        VillageList,
    ];

    public override string ToString() => Name;

    /// <summary>The page on which the task begins is shown.</summary>
    public async Task BeginsAsync(Window window) => Assert.Equal(Way, await window.StepsAsync());

    /// <summary>Exactly as many: whoever makes it shorter writes that down, and a step that is not counted is noticed.</summary>
    public async Task IsDoneAsync(Window window) => Assert.Equal(Now, await window.StepsAsync());
}
