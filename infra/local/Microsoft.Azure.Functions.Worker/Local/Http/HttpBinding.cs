using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker.Local.Functions;

namespace Microsoft.Azure.Functions.Worker.Local.Http;

/// <param name="name">The parameter that takes the request.</param>
/// <param name="pattern">The route with its prefix.</param>
/// <param name="methods">In upper case; none stands for all.</param>
internal sealed class HttpBinding(string name, RoutePattern pattern, IReadOnlyList<string> methods) : LocalBinding(name, "httpTrigger")
{
    public RoutePattern Pattern { get; } = pattern;

    public IReadOnlyList<string> Methods { get; } = methods;
}
