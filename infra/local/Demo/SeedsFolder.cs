namespace Alleviation.Demo;

/// <summary>The seeds as they were copied beside the program by the build.</summary>
public static class SeedsFolder
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "seeds");
}
