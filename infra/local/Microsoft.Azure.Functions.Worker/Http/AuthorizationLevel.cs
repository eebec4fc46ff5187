namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which key the host asks of a caller. The local edition keeps no keys and starts with <see cref="Anonymous"/> only.</summary>
public enum AuthorizationLevel
{
    Anonymous = 0,
    User = 1,
    Function = 2,
    System = 3,
    Admin = 4,
}
