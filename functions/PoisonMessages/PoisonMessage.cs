namespace Alleviation.Functions.PoisonMessages;

/// <summary>A message that failed too often, with its reason: an operator looks at it and replays it.</summary>
/// <param name="Id">Of its text: the same message is one poison message however often it fails.</param>
/// <param name="Text">A pointer; it holds no personal data.</param>
/// <param name="Reason">The kind of fault, never its text, which might quote data.</param>
/// <param name="Times">How often it came to the poison queue.</param>
public sealed record PoisonMessage(string Queue, string Id, string Text, string Reason, DateTimeOffset At, int Times);
