using Alleviation.Functions.Platform.Sheets;

namespace Alleviation.Functions.ReferenceData.Checks;

/// <summary>
/// Words of imported lists: a heading stands for one column of its list, another word for one code, and a word that may mean several is
/// no word for one of them. Otherwise the order of a file would decide what an office meant.
/// </summary>
internal static class ImportWordsCheck
{
    private const string NotUsed = "notUsed";
    private static readonly string[] HeadingLists = ["households", "roster"];

    public static IEnumerable<SeedFault> Of(SeedLibrary library)
    {
        var headings = library.Find("imports/headings")!.Value;
        foreach (var fault in HeadingLists.SelectMany(list => Headings(headings.Find(list)!.Value)))
        {
            yield return fault;
        }

        var words = library.Find("imports/words")!.Value;
        foreach (var list in library.ListNames)
        {
            foreach (var fault in Words(words, list, library))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<SeedFault> Headings(SeedNode list)
    {
        var columns = list.Find("columns")!.Value.Properties().Append(list.Find(NotUsed)!.Value);
        var seen = new Dictionary<string, SeedNode>(StringComparer.Ordinal);
        foreach (var (column, heading) in columns.SelectMany(column => column.Elements().Select(heading => (column, heading))))
        {
            var simple = SheetWords.OfHeading(heading.Text()!);
            if (simple.Length is 0)
            {
                yield return heading.Fault("A heading needs a letter or a digit before its first bracket.");
            }
            else if (!seen.TryAdd(simple, column) && seen[simple] != column)
            {
                yield return heading.Fault($"\"{heading.Text()}\" stands in {seen[simple].Path} as well: a heading stands for one column.");
            }
        }
    }

    private static IEnumerable<SeedFault> Words(SeedNode words, string list, SeedLibrary library)
    {
        var codes = library.CodesOf($"codes/{list}");
        var meanings = words.Find("meaning")!.Value.Find(list)?.Properties().ToList() ?? [];
        var ambiguous = words.Find("ambiguous")!.Value.Find(list)?.Properties().ToList() ?? [];
        var unknown = meanings.Where(code => !codes.Contains(code.Name)).ToList();
        foreach (var code in unknown)
        {
            yield return code.Fault(NoCode(code.Name, list, codes));
        }

        foreach (var code in ambiguous.SelectMany(word => word.Elements()).Where(code => !codes.Contains(code.Text()!)))
        {
            yield return code.Fault(NoCode(code.Text()!, list, codes));
        }

        var known = OwnWords(list, library);
        foreach (var (code, word) in meanings.Except(unknown).SelectMany(code => code.Elements().Select(word => (code.Name, word))))
        {
            if (
                !known.TryAdd(SheetWords.OfCell(word.Text()!), code)
                && known[SheetWords.OfCell(word.Text()!)] is var other
                && other != code
            )
            {
                yield return word.Fault(
                    $"\"{word.Text()}\" stands for {other} of codes/{list}.json already: "
                        + "a word stands for one code; what may mean several belongs into \"ambiguous\"."
                );
            }
        }

        foreach (var word in ambiguous)
        {
            var name = word.Name;
            if (known.TryGetValue(SheetWords.OfCell(name), out var code))
            {
                yield return word.Fault(
                    $"\"{name}\" stands for {code} of codes/{list}.json: it is either a word for one code, or ambiguous."
                );
            }
        }
    }

    // Codes first, then labels, as they are read: a label never takes the place of a code.
    private static Dictionary<string, string> OwnWords(string list, SeedLibrary library)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var items = library.Find($"codes/{list}")!.Value.Items("items").ToList();
        foreach (var code in items.Select(item => item.Text("code")!))
        {
            known.TryAdd(SheetWords.OfCell(code), code);
        }
        foreach (var item in items)
        {
            known.TryAdd(SheetWords.OfCell(item.Text("zh-CN")!), item.Text("code")!);
            known.TryAdd(SheetWords.OfCell(item.Text("en")!), item.Text("code")!);
        }

        return known;
    }

    private static string NoCode(string code, string list, IReadOnlyList<string> codes) =>
        $"codes/{list}.json has no code \"{code}\". {Suggestion.Of(code, codes)}";
}
