using Alleviation.Load.Measuring;

namespace Alleviation.Load.Works;

/// <summary>All works of a run.</summary>
/// <param name="Stored">Households that were stored before.</param>
/// <param name="Lines">Lines on the worklist.</param>
internal sealed record WorksReport(
    DateTimeOffset At,
    string Machine,
    int Processors,
    int Stored,
    int Lines,
    IReadOnlyList<WorkResult> Works
);

/// <summary>One work, done by so many clients at a time, and its floor.</summary>
/// <param name="Calls">Storage calls of the floor, which are those of the work.</param>
/// <param name="Rate">A second.</param>
/// <param name="Cpu">Processor time of one work.</param>
/// <param name="FloorCpu">The emulator's for one work's calls, in milliseconds.</param>
internal sealed record WorkResult(
    string Work,
    int Clients,
    int Calls,
    double Rate,
    double FloorRate,
    Latencies Answer,
    WorkCpu Cpu,
    double FloorCpu
)
{
    public double Ratio => Rate / FloorRate;
}

/// <summary>In milliseconds.</summary>
internal sealed record WorkCpu(double Worker, double Host, double Emulator)
{
    public double Service => Worker + Host;
}
