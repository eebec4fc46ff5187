namespace Microsoft.Azure.Functions.Worker;

/// <summary>What middleware hands on to those further in, by type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    void Set<T>(T instance);

    T? Get<T>();
}
