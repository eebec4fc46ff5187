namespace Microsoft.Azure.Functions.Worker.Local.Functions;

/// <param name="function">What is invoked.</param>
/// <param name="trigger">The request, message or timer that invokes it.</param>
/// <param name="bindingData">What the trigger tells; asked for at most once.</param>
internal sealed class LocalFunctionContext(
    LocalFunction function,
    object trigger,
    Func<IReadOnlyDictionary<string, object?>> bindingData,
    IServiceProvider services,
    CancellationToken cancellationToken) : FunctionContext
{
    private LocalBindingContext? _bindingContext;
    private LocalTraceContext? _traceContext;
    private InvocationFeatures? _features;

    public LocalFunction Function { get; } = function;

    public object Trigger { get; } = trigger;

    /// <summary>What the function returned; nothing if a middleware did not let it run.</summary>
    public object? Result { get; set; }

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => Function.Id;

    public override FunctionDefinition FunctionDefinition => Function;

    public override TraceContext TraceContext => _traceContext ??= LocalTraceContext.Current();

    public override BindingContext BindingContext => _bindingContext ??= new LocalBindingContext(bindingData());

    public override RetryContext RetryContext => NoRetryContext.Instance;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features => _features ??= new InvocationFeatures();

    public override CancellationToken CancellationToken { get; } = cancellationToken;
}
