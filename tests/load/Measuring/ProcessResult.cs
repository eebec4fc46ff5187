namespace Alleviation.Load.Measuring;

/// <summary>What one of the service's processes took for the households of one run.</summary>
/// <param name="Cpu">Milliseconds of processor time per household.</param>
/// <param name="JitCpu">Of these, what its compiler took: less, the longer it runs.</param>
/// <param name="PeakMegabytes">The most memory that was resident at a time.</param>
/// <param name="ResidentMegabytes">What was resident at the end.</param>
internal sealed record ProcessResult(
    double Cpu,
    double JitCpu,
    double PeakMegabytes,
    double ResidentMegabytes,
    double AllocatedKilobytesPerHousehold,
    double GcPauseSeconds
);
