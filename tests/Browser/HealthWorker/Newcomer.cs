using Alleviation.Tests.Browser.Frame;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.Browser.HealthWorker;

/// <summary>A household of one with hypertension, as a health worker writes it down at the door.</summary>
internal sealed record Newcomer(string Village, string RegistrationNumber, string Name, string IdNumber)
{
    public static Newcomer Somebody(Place place, string name = "示例甲") =>
        new(place.Village, Some.RegistrationNumber(), name, Some.IdNumber());
}
