namespace Alleviation.Functions.Platform.Http;

/// <summary>
/// What is wrong with one field: where it stands (such as <c>members[2].idNumber</c>) and the code of the text that says why.
/// </summary>
public sealed record FieldError(string Field, string Code, params object[] Arguments);
