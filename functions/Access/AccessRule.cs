namespace Alleviation.Functions.Access;

/// <summary>What one HTTP function declares. Open functions have no roles.</summary>
public sealed record AccessRule(string Function, bool IsOpen, IReadOnlyList<Role> Roles, string? Action, CallEffect Effect);
