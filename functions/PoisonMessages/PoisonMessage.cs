namespace Alleviation.Functions.PoisonMessages;

/// <summary>A message that failed too often and was put aside: with its reason, to be looked at and replayed.</summary>
/// <param name="Id">Of its text: the same message put aside twice is one poison message.</param>
/// <param name="Text">A pointer; it holds no personal data.</param>
/// <param name="Reason">The kind of fault, never its text, which might quote data.</param>
/// <param name="Times">How often it was put aside.</param>
public sealed record PoisonMessage(string Queue, string Id, string Text, string Reason, DateTimeOffset At, int Times);
