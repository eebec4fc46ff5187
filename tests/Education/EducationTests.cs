using Alleviation.Functions.Education;
using Alleviation.Functions.ReferenceData;
using Alleviation.Functions.ReferenceData.Codes;
using Alleviation.Tests.Transfers;

namespace Alleviation.Tests.Education;

public sealed class EducationTests
{
    private const string Id = "4f8fad5bd9cb469fa16570867728950e";

    [Fact]
    public async Task Lesson_IsNotedOnce_AsAnEntryThatBothSidesSee()
    {
        await using var scene = await PanelScene.StartAsync();
        var lesson = new
        {
            text = "hypertension",
            step = "understood",
            at = "2026-11-22T09:00:00+08:00",
            note = "家属在场",
        };

        await NoteAsync(scene, 201, lesson);
        await NoteAsync(scene, 200, lesson);
        await NoteAsync(
            scene,
            409,
            new
            {
                text = "hypertension",
                step = "given",
                at = "2026-11-22T09:00:00+08:00",
            }
        );
        await NoteAsync(
            scene,
            422,
            new
            {
                text = "magic",
                step = "sung",
                at = "2199-01-01T00:00:00Z",
            }
        );
        await NoteAsync(scene, 404, lesson, scene.Other);

        var seen = (await scene.CallAsync("Education_List", 200, by: scene.Physician, path: ("member", "1"))).Body.GetProperty("items");
        Assert.Equal("understood", Assert.Single(seen.EnumerateArray()).GetProperty("step").GetString());
        var number = (await scene.HeaderAsync()).Members[0].RecordNumber!;
        var entries = (await scene.CallAsync("Records_ListEntries", 200, path: ("recordNumber", number)))
            .Body.GetProperty("items")
            .EnumerateArray();
        Assert.Equal(
            "hypertension",
            Assert.Single(entries, entry => entry.GetProperty("kind").GetString() == "education").GetProperty("reference").GetString()
        );
        Assert.Equal(
            "hypertension",
            (await scene.CallAsync("Education_ListTexts", 200, query: "?condition=I10"))
                .Body.GetProperty("items")[0]
                .GetProperty("code")
                .GetString()
        );
        await scene.CallAsync("Education_ListTexts", 422, query: "?condition=X99");
    }

    [Fact]
    public void EveryText_SaysForWhomAndWhereFrom_InBothLanguages()
    {
        var (texts, codes) = (new EducationTexts(new SeedFolder()), new CodeLists(new SeedFolder()));
        Assert.Distinct(texts.All.Select(text => text.Code));
        Assert.All(
            texts.All,
            text =>
            {
                Assert.All(text.Conditions, code => Assert.True(codes.Contains("conditions", code)));
                Assert.DoesNotContain(
                    "",
                    new[] { text.Title.Chinese, text.Title.English, text.Text.Chinese, text.Text.English, text.Source }.Select(words =>
                        words.Trim()
                    )
                );
                Assert.Equal(text.Text.Chinese.Split("\n\n").Length, text.Text.English.Split("\n\n").Length);
            }
        );
    }

    private static Task<Contract.Answer> NoteAsync(PanelScene scene, int status, object body, HttpClient? by = null) =>
        scene.CallAsync("Education_Record", status, body, by, path: [("member", "1"), ("lessonId", Id)]);
}
