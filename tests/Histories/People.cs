using Alleviation.Functions.Access;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Histories;

/// <summary>Who acts in a history: those who may, those who may a little, and one who may nothing.</summary>
internal static class People
{
    public const string ResponsibleId = "P441402004-01";
    public const string CardiologistId = "P441402-01";
    public const string PsychiatristId = "P441402-02";
    public const string CityId = "P4414-01";

    public static readonly Caller Worker = new("worker", Role.HealthWorker, [Some.Township], null, "村医");
    public static readonly Caller Colleague = new("colleague", Role.HealthWorker, [Some.Township], null, "同事");
    public static readonly Caller Responsible = Physician("responsible", ResponsibleId);
    public static readonly Caller Cardiologist = Physician("cardiologist", CardiologistId);
    public static readonly Caller Psychiatrist = Physician("psychiatrist", PsychiatristId);
    public static readonly Caller City = Physician("city", CityId);
    public static readonly Caller Stranger = new("stranger", Role.HealthWorker, ["441403100"], null, "外乡");

    public static readonly IReadOnlyList<Caller> All = [Worker, Colleague, Responsible, Cardiologist, Psychiatrist, City, Stranger];

    public static readonly IReadOnlyList<string> Physicians = [ResponsibleId, CardiologistId, PsychiatristId, CityId];

    private static Caller Physician(string account, string id) =>
        new(account, Role.Physician, [], id, account) { At = DateTimeOffset.MinValue };
}
