using Alleviation.Load.Floor;
using Alleviation.Load.Storage;

namespace Alleviation.Load.Measuring;

/// <summary>What all runs share.</summary>
internal sealed record Bench(Emulator Emulator, RunFolder Folder, FloorRecording Recording);
