using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Records;

namespace Alleviation.Functions.Enrolment;

/// <summary>The documents of a household as its enrolment, or a correction of it, makes them; pure.</summary>
internal sealed record HouseholdDraft(
    Household Household,
    IReadOnlyList<Member> Members,
    IReadOnlyList<HealthRecord> Records,
    IReadOnlyList<Entry> Entries
)
{
    public IReadOnlyList<DocumentChange> Documents =>
        [
            .. Members.Select(member => Member.StoredAs.Of(member.Number).Put(member)),
            .. Records.Select(record => HealthRecord.StoredAs.Of(record.Member).Put(record)),
            .. Entries.Select(entry => entry.Put()),
        ];

    public static HouseholdDraft Of(
        HouseholdId id,
        CheckedEnrolment enrolment,
        string fingerprint,
        string accountId,
        string source,
        DateTimeOffset now,
        Signature? signature = null
    )
    {
        var entries = enrolment
            .Members.SelectMany(member => EntryOf(member, accountId))
            .Select(entry => entry with { Signature = signature })
            .ToList();
        var records = enrolment
            .Members.Select(member => RecordOf(member, new HealthRecord(member.Member.Number, null, null), entries))
            .ToList();
        var household = new Household(
            id,
            Version: 1,
            HouseholdStage.Received,
            enrolment.RegistrationNumber,
            enrolment.VillageCode,
            enrolment.Address,
            enrolment.Phone,
            enrolment.Kind,
            enrolment.Causes,
            fingerprint,
            now,
            accountId
        )
        {
            PhoneAsGiven = enrolment.PhoneAsGiven,
            PovertyStatuses = enrolment.PovertyStatuses ?? [],
            Members = [.. enrolment.Members.Select((member, index) => SummaryOf(member, records[index], before: null))],
            Source = source,
        };
        return new HouseholdDraft(household, [.. enrolment.Members.Select(member => member.Member)], records, entries);
    }

    /// <summary>
    /// The household corrected: what is known of its members' records, plans and history stays, identities that are no longer held
    /// are noted to be let go, and the pipeline starts again.
    /// </summary>
    public static HouseholdDraft Correct(
        Household before,
        IReadOnlyList<Member> membersBefore,
        IReadOnlyList<HealthRecord> recordsBefore,
        CheckedEnrolment enrolment,
        string fingerprint,
        string accountId,
        DateTimeOffset now
    )
    {
        var known = recordsBefore.ToDictionary(record => record.Member);
        var summaries = before.Members.ToDictionary(member => member.Number);
        // What is known of whoever lives in another household stands there, and is not begun anew here.
        bool IsElsewhere(CheckedMember member) =>
            member.Member.Departure is not null && summaries.GetValueOrDefault(member.Member.Number) is { HasMoved: true };
        var entries = enrolment
            .Members.Where(member => !IsElsewhere(member))
            .SelectMany(member => EntryOf(member, accountId, known.GetValueOrDefault(member.Member.Number)))
            .ToList();
        var records = enrolment
            .Members.Select(member =>
                RecordOf(
                    member,
                    known.GetValueOrDefault(member.Member.Number) ?? new HealthRecord(member.Member.Number, null, null),
                    entries
                )
            )
            .ToList();
        var household = before with
        {
            Version = before.Version + 1,
            Stage = HouseholdStage.Received,
            VillageCode = enrolment.VillageCode,
            FormerVillageCodes =
                enrolment.VillageCode == before.VillageCode
                    ? before.FormerVillageCodes
                    : [.. before.FormerVillageCodes.Append(before.VillageCode).Distinct(StringComparer.Ordinal)],
            Address = enrolment.Address,
            Phone = enrolment.Phone,
            PhoneAsGiven = enrolment.PhoneAsGiven,
            Kind = enrolment.Kind,
            Causes = enrolment.Causes,
            PovertyStatuses = enrolment.PovertyStatuses ?? [],
            ContentFingerprint = fingerprint,
            ContentVersion = before.Version + 1,
            Members =
            [
                .. enrolment.Members.Select(
                    (member, index) =>
                        IsElsewhere(member)
                            ? summaries[member.Member.Number] with
                            {
                                Name = member.Member.Name,
                                LeftOn = member.Member.Departure!.On,
                            }
                            : SummaryOf(member, records[index], summaries.GetValueOrDefault(member.Member.Number))
                ),
            ],
            ToRelease = [.. before.ToRelease, .. NoLongerHeld(membersBefore, enrolment)],
        };
        return new HouseholdDraft(
            household,
            [.. enrolment.Members.Select(member => member.Member)],
            [.. records.Where((_, index) => !IsElsewhere(enrolment.Members[index]))],
            entries
        );
    }

    private static IEnumerable<HeldIdentity> NoLongerHeld(IReadOnlyList<Member> before, CheckedEnrolment enrolment) =>
        from member in before
        where member.IdNumber is not null
        let now = enrolment.Members.FirstOrDefault(person => person.Member.Number == member.Number)?.Member
        where now is null || now.IdNumber != member.IdNumber || (now.Departure is not null && member.Departure is null)
        select new HeldIdentity(member.IdNumber!, member.Number);

    private static IEnumerable<Entry> EntryOf(CheckedMember member, string accountId, HealthRecord? known = null)
    {
        var readings = member.Readings.Except(known?.LatestReadings ?? []).ToList();
        if (readings.Count > 0)
        {
            yield return new Entry(
                member.Member.Number,
                readings.Max(reading => reading.TakenAt),
                Entry.Enrolment,
                Guid.NewGuid().ToString("N")[..8],
                accountId
            )
            {
                Readings = readings,
            };
        }
    }

    private static HealthRecord RecordOf(CheckedMember member, HealthRecord record, List<Entry> entries) =>
        entries
            .Where(entry => entry.Member == member.Member.Number)
            .Aggregate(
                record with
                {
                    BasicInformation = member.BasicInformation,
                    Conditions = member.Conditions,
                },
                (known, entry) => known.With(entry)
            );

    private static MemberSummary SummaryOf(CheckedMember member, HealthRecord record, MemberSummary? before) =>
        new(
            member.Member.Number,
            member.Member.Name,
            member.Member.Sex,
            member.Member.BornOn,
            [.. member.Conditions.Select(condition => condition.Code)],
            record.Number,
            before?.Plan,
            record.LastEntryAt,
            member.Member.Departure?.On
        )
        {
            Relationship = member.Member.Relationship,
            Ledgers = before?.Ledgers ?? [],
            LastCareAt = record.LastEntryAt > before?.LastEntryAt ? record.LastEntryAt : before?.LastCareAt,
        };
}
