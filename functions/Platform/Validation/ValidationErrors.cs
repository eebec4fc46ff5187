using System.Globalization;
using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Platform.Validation;

/// <summary>What a check finds wrong, each with the path of its field, such as <c>members[2].idNumber</c>.</summary>
internal sealed class ValidationErrors
{
    private readonly List<FieldError> _errors;
    private readonly string _path;

    public ValidationErrors()
        : this([], "") { }

    private ValidationErrors(List<FieldError> errors, string path) => (_errors, _path) = (errors, path);

    public IReadOnlyList<FieldError> Errors => _errors;

    public ValidationErrors In(string field) => new(_errors, $"{_path}{field}.");

    public ValidationErrors In(string field, int index) =>
        new(_errors, string.Create(CultureInfo.InvariantCulture, $"{_path}{field}[{index}]."));

    public void Add(string field, string code, params object[] arguments) => _errors.Add(new FieldError(_path + field, code, arguments));

    public void Add(string field, int index, string code, params object[] arguments) =>
        Add(string.Create(CultureInfo.InvariantCulture, $"{field}[{index}]"), code, arguments);
}
