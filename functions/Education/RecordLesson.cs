using System.Text.Json;
using Alleviation.Functions.Access;
using Alleviation.Functions.Changes;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Validation;
using Alleviation.Functions.Records;
using Alleviation.Functions.ReferenceData.Codes;

namespace Alleviation.Functions.Education;

/// <param name="At">Now where it is left out: a phone without signal says when it was.</param>
public sealed record LessonRequest(string? Text, string? Step, DateTimeOffset? At, string? Note);

public enum RecordLessonOutcome
{
    Noted,

    /// <summary>The same was sent before. Nothing changed.</summary>
    AlreadyNoted,

    /// <summary>The id belongs to another lesson. Nothing changed.</summary>
    NotedDifferently,

    /// <summary>It did not pass the checks. Nothing changed.</summary>
    Invalid,

    NotFound,
}

public sealed record RecordLessonResult(RecordLessonOutcome Outcome, LessonView? View = null, IReadOnlyList<FieldError>? Errors = null);

/// <summary>Notes in a member's record that a text was given, read out, or understood.</summary>
public sealed class RecordLessonHandler(
    HouseholdChanges changes,
    EducationTexts texts,
    CodeLists lists,
    Fingerprinter fingerprinter,
    TimeProvider clock
)
{
    private const int MaxNote = 500;

    public async Task<RecordLessonResult> HandleAsync(
        HouseholdId id,
        int member,
        string lessonId,
        LessonRequest command,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var checkedLesson = Check(lessonId, command, caller);
        var changed = await changes.ChangeAsync(id, partition => Decide(partition, member, checkedLesson, caller), cancellationToken);
        return changed?.Outcome ?? new RecordLessonResult(RecordLessonOutcome.NotFound);
    }

    private HouseholdUpdate<RecordLessonResult> Decide(
        HouseholdPartition partition,
        int member,
        (Lesson? Lesson, IReadOnlyList<FieldError> Errors) checkedLesson,
        Caller caller
    )
    {
        var household = partition.Household;
        if (
            !caller.MayCareFor(household)
            || !household.PresentMembers.Any(person => person.Number == member && person.RecordNumber is not null)
        )
        {
            return HouseholdUpdate.None(new RecordLessonResult(RecordLessonOutcome.NotFound));
        }

        var (lesson, errors) = checkedLesson;
        if (lesson is null)
        {
            return HouseholdUpdate.None(new RecordLessonResult(RecordLessonOutcome.Invalid, Errors: errors));
        }
        var lessons = MemberLessons.Of(partition, member);
        if (lessons.Items.FirstOrDefault(item => item.Id == lesson.Id) is { } known)
        {
            var isSame = known.By == lesson.By && known.Fingerprint == lesson.Fingerprint;
            return HouseholdUpdate.None(
                new RecordLessonResult(
                    isSame ? RecordLessonOutcome.AlreadyNoted : RecordLessonOutcome.NotedDifferently,
                    LessonView.Of(known)
                )
            );
        }

        var entry = new Entry(member, lesson.At, "education", lesson.Id, lesson.By)
        {
            Reference = lesson.Text,
            Note = lesson.Note,
            Facts = new Dictionary<string, JsonElement>
            {
                ["step"] = JsonSerializer.SerializeToElement(lesson.Step),
                // As it was called then, whatever becomes of the text.
                ["title"] = JsonSerializer.SerializeToElement(texts.Find(lesson.Text)!.Title),
            },
        };
        var withEntry = NewEntry.In(partition, household, entry);
        return HouseholdUpdate.Of(
            new RecordLessonResult(RecordLessonOutcome.Noted, LessonView.Of(lesson)),
            withEntry.Household,
            [.. withEntry.Changes, MemberLessons.StoredAs.Of(member).Put(lessons.With(lesson))]
        );
    }

    private (Lesson? Lesson, IReadOnlyList<FieldError> Errors) Check(string id, LessonRequest request, Caller caller)
    {
        var (validationErrors, now) = (new ValidationErrors(), clock.GetUtcNow());
        if (string.IsNullOrEmpty(request.Text))
        {
            validationErrors.Add("text", "required");
        }
        else if (texts.Find(request.Text) is null)
        {
            validationErrors.Add("text", "unknown-value");
        }
        new CodeCheck(lists).Required(validationErrors, "step", "educationStep", request.Step);
        MomentCheck.Sent(validationErrors, "at", request.At, now);
        var note = TextCheck.Optional(validationErrors, "note", request.Note, MaxNote);
        return validationErrors.Errors.Count > 0
            ? (null, validationErrors.Errors)
            : (
                new Lesson(
                    id,
                    request.Text!,
                    request.Step!,
                    (request.At ?? now).ToUniversalTime(),
                    note,
                    caller.AccountId,
                    fingerprinter.OfContent("education", request)
                ),
                []
            );
    }
}

public sealed record LessonView(string Id, string Text, string Step, DateTimeOffset At, string? Note)
{
    public static LessonView Of(Lesson lesson) => new(lesson.Id, lesson.Text, lesson.Step, lesson.At, lesson.Note);
}

/// <param name="Items">The newest first, at most 50.</param>
public sealed record LessonList(IReadOnlyList<LessonView> Items);
