namespace Azure.Data.Tables.Wire;

/// <summary>There is no such row, and that is no fault.</summary>
internal sealed class NoRow<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException("The row does not exist: ask HasValue first.");

    public override Response GetRawResponse() => response;
}
