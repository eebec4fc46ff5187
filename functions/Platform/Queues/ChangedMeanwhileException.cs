namespace Alleviation.Functions.Platform.Queues;

/// <summary>What the message is about was changed while it was worked on: it has to return, and the decision to be made again.</summary>
public sealed class ChangedMeanwhileException() : Exception("What it is about was changed meanwhile, each time that it was tried.");
