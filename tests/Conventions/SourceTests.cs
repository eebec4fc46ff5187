using Alleviation.Tests.Support;

namespace Alleviation.Tests.Conventions;

public sealed class SourceTests
{
    private const int MaxLines = 250;
    private const int MaxWidth = 140;

    /// <summary>The formatter breaks code, but neither texts nor comments.</summary>
    [Theory]
    [InlineData("functions")]
    [InlineData("tests")]
    [InlineData("infra")]
    public void NoLine_IsWide(string folder)
    {
        var wide = Sources(folder)
            .SelectMany(file =>
                File.ReadLines(file)
                    .Select((line, index) => (Place: $"{Path.GetRelativePath(Repository.Root, file)}:{index + 1}", line.Length))
                    .Where(line => line.Length > MaxWidth)
            );

        Assert.Empty(wide);
    }

    [Theory]
    [InlineData("functions")]
    [InlineData("tests")]
    public void NoFile_IsLong(string folder)
    {
        var tooLong = Sources(folder)
            .Select(file => (Name: Path.GetRelativePath(Repository.Root, file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > MaxLines);

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Platform_HasNoDomainWords()
    {
        string[] slices = ["Households", "Enrolment", "Records", "CarePlans", "Physicians", "Coverage", "Imports"];

        var knowing = Sources("functions/Platform")
            .Where(file =>
                File.ReadLines(file)
                    .Any(line => slices.Any(slice => line.StartsWith($"using Alleviation.Functions.{slice}", StringComparison.Ordinal)))
            );

        Assert.Empty(knowing);
    }

    /// <summary>
    /// A test's scene has all its parts when it is handed out (<see cref="WithScene{TScene}"/>): nothing claims not to be null until it is
    /// filled. Where a test means null, the comment above says so and why.
    /// </summary>
    [Fact]
    public void NothingInTests_ClaimsThatNullIsSomething()
    {
        const string Claim = "null" + "!";
        var claims = Sources("tests")
            .SelectMany(file =>
            {
                var lines = File.ReadAllLines(file);
                return Enumerable
                    .Range(0, lines.Length)
                    .Where(index => lines[index].Contains(Claim, StringComparison.Ordinal))
                    .Where(index =>
                        index == 0 || !lines[index - 1].TrimStart().StartsWith("// Null on purpose: ", StringComparison.Ordinal)
                    )
                    .Select(index => $"{Path.GetRelativePath(Repository.Root, file)}:{index + 1}");
            });

        Assert.Empty(claims);
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory
            .EnumerateFiles(Repository.PathOf(folder.Split('/')), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !Path.GetRelativePath(Repository.Root, file)
                    .Split(Path.DirectorySeparatorChar)
                    .Any(part => part is "bin" or "obj" or "node_modules")
            );
}
