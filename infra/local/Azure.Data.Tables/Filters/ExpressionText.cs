using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables.Filters;

/// <summary>A filter from a C# condition on a row: comparisons of the row's properties with values, joined by and, or, not.</summary>
internal static class ExpressionText
{
    public static string Of<T>(Expression<Func<T, bool>> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Condition(filter.Body);
    }

    private static string Condition(Expression expression) => expression switch
    {
        ConstantExpression { Value: bool always } => ODataLiteral.Of(always),
        UnaryExpression { NodeType: ExpressionType.Not } not => $"not ({Condition(not.Operand)})",
        BinaryExpression { NodeType: ExpressionType.AndAlso } both => $"({Condition(both.Left)}) and ({Condition(both.Right)})",
        BinaryExpression { NodeType: ExpressionType.OrElse } either => $"({Condition(either.Left)}) or ({Condition(either.Right)})",
        BinaryExpression comparison => Comparison(comparison),
        _ when expression.Type == typeof(bool) && PropertyIn(expression) is { } property => $"{property} eq true",
        _ => throw Unknown(expression),
    };

    private static string Comparison(BinaryExpression comparison)
    {
        var (left, right) = Sides(comparison);
        return PropertyIn(left) is { } property
            ? $"{property} {Operator(comparison.NodeType)} {ODataLiteral.Of(ValueOf(right))}"
            : $"{PropertyIn(right) ?? throw Unknown(comparison)} {Operator(Mirrored(comparison.NodeType))} {ODataLiteral.Of(ValueOf(left))}";
    }

    // Strings have no < in C#: a.CompareTo(b) < 0 and string.Compare(a, b) < 0 stand for it.
    private static (Expression Left, Expression Right) Sides(BinaryExpression comparison) => comparison.Left switch
    {
        MethodCallExpression { Method.Name: nameof(string.CompareTo), Object: { } left, Arguments: [var right] } when IsZero(comparison.Right) => (left, right),
        MethodCallExpression { Method.Name: nameof(string.Compare), Arguments: [var left, var right] } when IsZero(comparison.Right) => (left, right),
        _ => (comparison.Left, comparison.Right),
    };

    private static string? PropertyIn(Expression expression) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert } conversion => PropertyIn(conversion.Operand),
        MemberExpression { Member.Name: "Value", Expression: MemberExpression nullable } => PropertyIn(nullable),
        MemberExpression { Expression: ParameterExpression, Member: var member } => member.GetCustomAttribute<DataMemberAttribute>()?.Name ?? member.Name,
        MethodCallExpression { Object: ParameterExpression, Method.Name: ['G' or 'g', 'e', 't', ..], Arguments: [var name] } => (string?)ValueOf(name),
        _ => null,
    };

    private static object? ValueOf(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field } captured => field.GetValue(captured.Expression is null ? null : ValueOf(captured.Expression)),
        _ => Expression.Lambda(expression).Compile(preferInterpretation: true).DynamicInvoke(),
    };

    private static bool IsZero(Expression expression) => expression is ConstantExpression { Value: 0 };

    private static ExpressionType Mirrored(ExpressionType type) => type switch
    {
        ExpressionType.LessThan => ExpressionType.GreaterThan,
        ExpressionType.LessThanOrEqual => ExpressionType.GreaterThanOrEqual,
        ExpressionType.GreaterThan => ExpressionType.LessThan,
        ExpressionType.GreaterThanOrEqual => ExpressionType.LessThanOrEqual,
        _ => type,
    };

    private static string Operator(ExpressionType type) => type switch
    {
        ExpressionType.Equal => "eq",
        ExpressionType.NotEqual => "ne",
        ExpressionType.LessThan => "lt",
        ExpressionType.LessThanOrEqual => "le",
        ExpressionType.GreaterThan => "gt",
        ExpressionType.GreaterThanOrEqual => "ge",
        _ => throw new NotSupportedException($"Table storage cannot filter by {type}."),
    };

    private static NotSupportedException Unknown(Expression expression) => new($"Table storage cannot filter by {expression}.");
}
