using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker.Local.Functions;
using Microsoft.Azure.Functions.Worker.Local.Settings;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Local.Queues;

internal sealed partial class QueueFunctionReader(IConfiguration settings)
{
    public (LocalBinding Binding, Func<ParameterInfo, Func<LocalFunctionContext, object?>?> Bind) Read(
        FunctionMethod function, ParameterInfo parameter, QueueTriggerAttribute trigger)
    {
        if (function.Result != typeof(void)) { function.Refuse("a queue function returns nothing, or a Task"); }
        var queue = SettingNames.Resolve(trigger.QueueName, settings, function.Refuse);
        if (!function.IsRefused && !QueueName().IsMatch(queue)) { function.Refuse($"'{queue}' cannot be the name of a queue"); }
        return (
            new QueueBinding(parameter.Name!, queue, trigger.Connection ?? QueueConnections.Default),
            each => each == parameter ? MessageBody.BinderFor(each.ParameterType) : null);
    }

    [GeneratedRegex("^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex QueueName();
}
