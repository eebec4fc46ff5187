using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Time;

namespace Alleviation.Functions.Consultations;

/// <summary>Whose turn it is after each step; pure. Tasks are derived from it, so that none is forgotten and none stays behind.</summary>
internal static class ConsultationTurns
{
    /// <summary>Days until somebody has to have acted; an urgent one is for today.</summary>
    private const int RegularDays = 2;

    /// <param name="isUrgent">Its words or readings say that it cannot wait.</param>
    public static Consultation With(this Consultation consultation, MessageHead message, NewMessage content, bool isUrgent)
    {
        var next = consultation with
        {
            Messages = [.. consultation.Messages, message],
            Disposition = content.Disposition ?? consultation.Disposition,
            AwaitedSince = message.At,
        };
        return message.Author switch
        {
            ConsultationAuthor.HealthWorker => next with
            {
                AwaitsPhysician = true,
                AwaitsUnderstanding = false,
                Urgent = isUrgent || (consultation.Urgent && consultation.AwaitsPhysician),
            },
            ConsultationAuthor.Physician when content.AsksPharmacist => next with { AwaitsPhysician = false, OpinionAskedAt = message.At },
            // Whoever answers without the opinion does not wait for it any more.
            ConsultationAuthor.Physician => next with { AwaitsPhysician = false, OpinionAskedAt = null, AwaitsUnderstanding = true },
            ConsultationAuthor.Pharmacist => next with { AwaitsPhysician = true, OpinionAskedAt = null },
            _ => next with { AwaitsPhysician = true },
        };
    }

    /// <summary>The family's side has understood everything up to this message. An answer that came meanwhile still waits.</summary>
    public static Consultation UnderstoodUpTo(this Consultation consultation, string messageId)
    {
        var read = consultation.Messages.TakeWhile(message => message.Id != messageId).Count();
        var isUnread = consultation.Messages.Skip(read + 1).Any(message => message.Author is ConsultationAuthor.Physician);
        return consultation.AwaitsUnderstanding && read < consultation.Messages.Count && !isUnread
            ? consultation with
            {
                AwaitsUnderstanding = false,
                Urgent = false,
            }
            : consultation;
    }

    public static Consultation Closed(this Consultation consultation, ConsultationClosure closure) =>
        consultation with
        {
            Closure = closure,
            AwaitsPhysician = false,
            OpinionAskedAt = null,
            // The family's side has to hear the physician's last word; who closes on that side has heard it.
            AwaitsUnderstanding = consultation.AwaitsUnderstanding && closure.Author is not ConsultationAuthor.HealthWorker,
        };

    /// <summary>The household with what has to be done for the consultation, and nothing else that was to be done for it.</summary>
    public static Household With(this Household household, Consultation consultation) =>
        household with
        {
            Tasks = [.. household.Tasks.Where(task => !IsOf(task, consultation)), .. TasksOf(household, consultation)],
        };

    private static bool IsOf(HouseholdTask task, Consultation consultation) =>
        task.Kind == consultation.TaskKind
        && task.Member == consultation.Member
        && task.Reference.StartsWith(consultation.Id, StringComparison.Ordinal);

    private static IEnumerable<HouseholdTask> TasksOf(Household household, Consultation consultation)
    {
        if (consultation.AwaitsPhysician)
        {
            yield return TaskOf(consultation, consultation.Id, consultation.AwaitedSince, household.PhysicianId);
        }
        if (consultation.OpinionAskedAt is { } askedAt)
        {
            yield return TaskOf(
                consultation,
                $"{consultation.Id}:pharmacy",
                askedAt,
                ConsultationAuthors.PharmacistOf(household) ?? household.PhysicianId
            );
        }
        if (consultation.AwaitsUnderstanding)
        {
            yield return TaskOf(consultation, $"{consultation.Id}:answer", consultation.AwaitedSince, physician: null);
        }
    }

    // The reference begins with the consultation's id; what follows tells the tasks of one consultation apart.
    private static HouseholdTask TaskOf(Consultation consultation, string reference, DateTimeOffset since, string? physician) =>
        new(
            consultation.TaskKind,
            reference,
            consultation.Member,
            since.ToChinaDate().AddDays(consultation.Urgent ? 0 : RegularDays),
            consultation.Urgent,
            physician,
            consultation.Condition
        );
}
