namespace Microsoft.Azure.Functions.Worker.Local.Http;

/// <summary>The route has a value that the function's parameter cannot take: there is no such resource.</summary>
internal sealed class RouteValueException(Exception inner) : Exception("A route value does not have the type of the function's parameter.", inner);
