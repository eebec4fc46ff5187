namespace Alleviation.Demo.People;

/// <summary>GB/T 4761, one digit.</summary>
public static class Relationships
{
    public const string Head = "0";
    public const string Spouse = "1";
    public const string Son = "2";
    public const string Daughter = "3";
    public const string Grandchild = "4";
    public const string Parent = "5";
    public const string Other = "8";
}
