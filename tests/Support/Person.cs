namespace Alleviation.Tests.Support;

/// <summary>Somebody who can sign in, and where.</summary>
public sealed record Person(Uri Service, string UserName, string Password);
