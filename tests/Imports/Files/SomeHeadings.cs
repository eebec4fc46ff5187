namespace Alleviation.Tests.Imports.Files;

/// <summary>The headings of a list of households.</summary>
internal static class SomeHeadings
{
    public static readonly string[] Headings = ["户编号", "村代码", "贫困户属性", "姓名", "身份证号", "与户主关系"];
}
