using System.Globalization;
using System.Text;

namespace Alleviation.Tests.Infrastructure;

/// <summary>
/// The few expressions that stay in a prediction because they ask for the cloud. What a resource will only say once it is there
/// (<c>reference(…)</c>, a secret parameter) becomes a text in angle brackets.
/// </summary>
internal sealed class ArmExpression(string text, Cloud cloud)
{
    private int _at;

    /// <param name="value">A text of a template: an expression where it stands in square brackets.</param>
    public static string Evaluate(string value, Cloud cloud) =>
        IsExpression(value) ? new ArmExpression(value[1..^1], cloud).Whole() : value;

    // "[[" is a bracket that stands for itself.
    private static bool IsExpression(string value) =>
        value.StartsWith('[') && value.EndsWith(']') && !value.StartsWith("[[", StringComparison.Ordinal);

    private string Whole()
    {
        var value = Next();
        return _at == text.Length ? value : throw new FormatException($"Not understood from character {_at} on: {text}");
    }

    private string Next()
    {
        if (text[_at] is '\'')
        {
            return Quoted();
        }
        var word = TakeWhile(character => char.IsLetterOrDigit(character));
        if (_at == text.Length || text[_at] is not '(')
        {
            return word;
        }
        var arguments = Arguments();
        var path = Path();
        return word switch
        {
            "format" => string.Format(CultureInfo.InvariantCulture, arguments[0], [.. arguments.Skip(1)]),
            "replace" => arguments[0].Replace(arguments[1], arguments[2], StringComparison.Ordinal),
            "environment" => cloud.Property(path),
            _ => $"<{word}({string.Join(',', arguments)}){path}>",
        };
    }

    private List<string> Arguments()
    {
        var arguments = new List<string>();
        _at++;
        while (text[_at] is not ')')
        {
            arguments.Add(Next());
            if (text[_at] is ',')
            {
                _at++;
            }
            TakeWhile(character => character is ' ');
        }
        _at++;
        return arguments;
    }

    private string Path() => TakeWhile(character => char.IsLetterOrDigit(character) || character is '.' or '[' or ']').TrimStart('.');

    private string Quoted()
    {
        var value = new StringBuilder();
        for (_at++; text[_at] is not '\'' || text.ElementAtOrDefault(_at + 1) is '\''; _at++)
        {
            value.Append(text[_at]);
            if (text[_at] is '\'')
            {
                _at++;
            }
        }
        _at++;
        return value.ToString();
    }

    private string TakeWhile(Func<char, bool> isPart)
    {
        var start = _at;
        while (_at < text.Length && isPart(text[_at]))
        {
            _at++;
        }
        return text[start.._at];
    }
}
