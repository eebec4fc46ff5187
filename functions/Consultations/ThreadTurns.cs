using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Consultations;

/// <summary>Whose turn it is after each step; pure. Tasks are derived from it, so that none is forgotten and none stays behind.</summary>
internal static class ThreadTurns
{
    /// <summary>Days until somebody has to have acted; an urgent one is for today.</summary>
    private const int RegularDays = 2;

    /// <param name="isUrgent">Its words or readings say that it cannot wait.</param>
    public static ConsultationThread With(this ConsultationThread thread, MessageHead message, NewMessage content, bool isUrgent)
    {
        var next = thread with
        {
            Messages = [.. thread.Messages, message],
            Disposition = content.Disposition ?? thread.Disposition,
            AwaitedSince = message.At,
        };
        return message.Author switch
        {
            ThreadAuthor.HealthWorker => next with { AwaitsPhysician = true, AwaitsUnderstanding = false, Urgent = isUrgent || (thread.Urgent && thread.AwaitsPhysician) },
            ThreadAuthor.Physician when content.AsksPharmacist => next with { AwaitsPhysician = false, OpinionAskedAt = message.At },
            // Whoever answers without the opinion does not wait for it any more.
            ThreadAuthor.Physician => next with { AwaitsPhysician = false, OpinionAskedAt = null, AwaitsUnderstanding = true },
            ThreadAuthor.Pharmacist => next with { AwaitsPhysician = true, OpinionAskedAt = null },
            _ => next with { AwaitsPhysician = true },
        };
    }

    /// <summary>The family's side has understood everything up to this message. An answer that came meanwhile still waits.</summary>
    public static ConsultationThread UnderstoodUpTo(this ConsultationThread thread, string messageId)
    {
        var read = thread.Messages.TakeWhile(message => message.Id != messageId).Count();
        var isUnread = thread.Messages.Skip(read + 1).Any(message => message.Author is ThreadAuthor.Physician);
        return thread.AwaitsUnderstanding && read < thread.Messages.Count && !isUnread ? thread with { AwaitsUnderstanding = false, Urgent = false } : thread;
    }

    public static ConsultationThread Closed(this ConsultationThread thread, ThreadClosure closure) => thread with
    {
        Closure = closure,
        AwaitsPhysician = false,
        OpinionAskedAt = null,
        // The family's side has to hear the physician's last word; who closes on that side has heard it.
        AwaitsUnderstanding = thread.AwaitsUnderstanding && closure.Author is not ThreadAuthor.HealthWorker,
    };

    /// <summary>The household with what has to be done for the thread, and nothing else that was to be done for it.</summary>
    public static Household With(this Household household, ConsultationThread thread) => household with
    {
        Tasks = [.. household.Tasks.Where(task => !IsOf(task, thread)), .. TasksOf(household, thread)],
    };

    private static bool IsOf(HouseholdTask task, ConsultationThread thread) =>
        task.Kind == thread.TaskKind && task.Member == thread.Member && task.Reference.StartsWith(thread.Id, StringComparison.Ordinal);

    private static IEnumerable<HouseholdTask> TasksOf(Household household, ConsultationThread thread)
    {
        if (thread.AwaitsPhysician) { yield return TaskOf(thread, thread.Id, thread.AwaitedSince, household.PhysicianId); }
        if (thread.OpinionAskedAt is { } asked) { yield return TaskOf(thread, $"{thread.Id}:pharmacy", asked, ThreadAuthors.PharmacistOf(household) ?? household.PhysicianId); }
        if (thread.AwaitsUnderstanding) { yield return TaskOf(thread, $"{thread.Id}:answer", thread.AwaitedSince, physician: null); }
    }

    // The reference begins with the thread's id; what follows tells the tasks of one thread apart.
    private static HouseholdTask TaskOf(ConsultationThread thread, string reference, DateTimeOffset since, string? physician) => new(
        thread.TaskKind, reference, thread.Member, since.ToChinaDate().AddDays(thread.Urgent ? 0 : RegularDays), thread.Urgent, physician, thread.Condition);
}
