namespace Alleviation.Load.Measuring;

/// <summary>What the service did with the households of one run.</summary>
/// <param name="Seconds">From the first request to the last household listed and its last message settled.</param>
/// <param name="CallsPerHousehold">Calls to storage by kind.</param>
/// <param name="ServiceCpu">Milliseconds of processor time per household; likewise of the emulator and of the client that sends.</param>
/// <param name="JitCpu">Of the service's, what its compiler took: less, the longer it runs.</param>
internal sealed record ServiceResult(
    double Seconds,
    double HouseholdsPerSecond,
    Latencies Accepting,
    IReadOnlyDictionary<string, double> CallsPerHousehold,
    double ServiceCpu,
    double EmulatorCpu,
    double ClientCpu,
    double PeakMegabytes,
    double AllocatedKilobytesPerHousehold,
    double GcPauseSeconds,
    double JitCpu)
{
    private static readonly string[] Polls = ["queue receive"];

    /// <summary>Receive polls aside: how many there are is a matter of how long the service waits, not of the households.</summary>
    public double Transactions => CallsPerHousehold.Where(call => !Polls.Contains(call.Key)).Sum(call => call.Value);
}

/// <summary>What the bare client did with the same calls.</summary>
internal sealed record FloorResult(double Seconds, double HouseholdsPerSecond, double CallsPerHousehold, double EmulatorCpu, double ClientCpu);

/// <summary>A run of the service and of the floor, one after the other on the same emulator.</summary>
internal sealed record Pair(int Stored, int Concurrency, int Households, ServiceResult Service, FloorResult Floor)
{
    public double Ratio { get; } = Service.HouseholdsPerSecond / Floor.HouseholdsPerSecond;

    /// <summary>The same in processor time of all that took part: what the ratio is where processors are short.</summary>
    public double CpuRatio { get; } = (Floor.EmulatorCpu + Floor.ClientCpu) / (Service.ServiceCpu + Service.EmulatorCpu + Service.ClientCpu);
}
