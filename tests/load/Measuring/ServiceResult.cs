namespace Alleviation.Load.Measuring;

/// <summary>What the service did with the households of one run.</summary>
/// <param name="Seconds">From the first request to the last household listed and its last message settled.</param>
/// <param name="CallsPerHousehold">Calls to storage by kind.</param>
/// <param name="EmulatorCpu">Milliseconds of processor time per household; likewise of the client that sends.</param>
internal sealed record ServiceResult(
    double Seconds,
    double HouseholdsPerSecond,
    Latencies Accepting,
    IReadOnlyDictionary<string, double> CallsPerHousehold,
    ProcessResult Host,
    ProcessResult Worker,
    double EmulatorCpu,
    double ClientCpu
)
{
    private static readonly string[] Polls = ["queue receive"];

    /// <summary>Of host and worker together; the other sums likewise.</summary>
    public double ServiceCpu => Host.Cpu + Worker.Cpu;

    public double JitCpu => Host.JitCpu + Worker.JitCpu;

    public double PeakMegabytes => Host.PeakMegabytes + Worker.PeakMegabytes;

    public double AllocatedKilobytesPerHousehold => Host.AllocatedKilobytesPerHousehold + Worker.AllocatedKilobytesPerHousehold;

    public double GcPauseSeconds => Host.GcPauseSeconds + Worker.GcPauseSeconds;

    /// <summary>Receive polls aside: how many there are is a matter of how long the service waits, not of the households.</summary>
    public double Transactions => CallsPerHousehold.Where(call => !Polls.Contains(call.Key)).Sum(call => call.Value);
}

/// <summary>What the bare client did with the same calls.</summary>
internal sealed record FloorResult(
    double Seconds,
    double HouseholdsPerSecond,
    double CallsPerHousehold,
    double EmulatorCpu,
    double ClientCpu
);

/// <summary>A run of the service and of the floor, one after the other on the same emulator.</summary>
internal sealed record Pair(int Stored, int Concurrency, int Households, ServiceResult Service, FloorResult Floor)
{
    public double Ratio { get; } = Service.HouseholdsPerSecond / Floor.HouseholdsPerSecond;

    /// <summary>The same in processor time of all that took part: what the ratio is where processors are short.</summary>
    public double CpuRatio { get; } =
        (Floor.EmulatorCpu + Floor.ClientCpu) / (Service.ServiceCpu + Service.EmulatorCpu + Service.ClientCpu);
}
