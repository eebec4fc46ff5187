using Alleviation.Tests.Support;

namespace Alleviation.Tests.Browser.HealthWorker;

/// <summary>A household of one with hypertension, as a health worker writes it down at the door.</summary>
internal sealed record Newcomer(string RegistrationNumber, string Name, string IdNumber)
{
    public static Newcomer Somebody(string name = "示例甲") => new(Some.RegistrationNumber(), name, Some.IdNumber());
}
