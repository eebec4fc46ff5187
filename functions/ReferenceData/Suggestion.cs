namespace Alleviation.Functions.ReferenceData;

/// <summary>What somebody who misspelt a name may have meant.</summary>
internal static class Suggestion
{
    private const int NamesShown = 40;
    private const int FarthestMeant = 3;

    /// <returns>"Known are: a, b." with the nearest name first asked for, where one is near.</returns>
    public static string Of(string text, IReadOnlyCollection<string> known)
    {
        var nearest = known.Select(name => (Name: name, Distance: Distance(text, name))).OrderBy(item => item.Distance).FirstOrDefault();
        var meant = nearest.Name is not null && nearest.Distance <= FarthestMeant ? $"Did you mean \"{nearest.Name}\"? " : "";
        return $"{meant}Known are: {string.Join(", ", known.Take(NamesShown))}{(known.Count > NamesShown ? " …" : "")}.";
    }

    // Levenshtein: how many letters have to be put in, taken out or replaced.
    private static int Distance(string first, string second)
    {
        var row = Enumerable.Range(0, second.Length + 1).ToArray();
        for (var i = 1; i <= first.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= second.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(
                    Math.Min(row[j], row[j - 1]) + 1,
                    diagonal + (char.ToUpperInvariant(first[i - 1]) == char.ToUpperInvariant(second[j - 1]) ? 0 : 1)
                );
                diagonal = above;
            }
        }

        return row[^1];
    }
}
