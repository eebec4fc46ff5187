namespace Alleviation.Tests.Local.OfficialSurface;

public sealed class SurfaceTests
{
    [Fact]
    public void EveryMemberThatOthersCanName_IsALine()
    {
        var lines = Surface.Of(typeof(Sample)).Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]);

        Assert.Equal(
            [
                "abstract class",
                "implements IDisposable",
                "override string ToString()",
                "protected Sample(int? number = default)",
                "protected abstract void Hook()",
                "static bool TryRead<T>(out T value, DayOfWeek day = DayOfWeek.Monday, params string[] names) where T : class, new()",
                "string Name { get; protected set; }",
                "virtual void Dispose()",
            ],
            lines.Order(StringComparer.Ordinal));
    }

    internal abstract class Sample : IDisposable
    {
        protected Sample(int? number = null) => Name = $"{number}";

        public string Name { get; protected set; }

        internal string Hidden => Name;

        public static bool TryRead<T>(out T? value, DayOfWeek day = DayOfWeek.Monday, params string[] names)
            where T : class, new()
        {
            value = names.Length > (int)day ? new T() : null;
            return value is not null;
        }

        public virtual void Dispose() => Hook();

        public override string ToString() => Hidden;

        protected abstract void Hook();
    }
}
