using Alleviation.Load.Recording;

namespace Alleviation.Load.Floor;

/// <summary>All that the floor is made of.</summary>
/// <param name="TableOrigin">The address that stands in the recorded transactions.</param>
/// <param name="Receive">One recorded call for messages.</param>
internal sealed record FloorRecording(IReadOnlyList<RecordedHousehold> Households, string TableOrigin, RecordedCall Receive)
{
    public RecordedHousehold FirstInVillage { get; } = Households.First(household => household.NumbersLooked is { Status: 404 });

    public RecordedHousehold LaterInVillage { get; } = Households.First(household => household.NumbersLooked is null);

    public RecordedCall Delete { get; } = Households[0].Built[^1];

    public RecordedCall ReceiveFrom(string account)
    {
        var parts = Receive.Target.Split('/');
        (parts[1], parts[2]) = (account, "queue-name");
        return Receive with { Target = string.Join('/', parts) };
    }
}
