namespace Alleviation.Functions.ReferenceData;

/// <summary>Files and codes that the program itself names: without them it would fail at the first person who needs them.</summary>
internal static class RequiredSeeds
{
    public static readonly IReadOnlyList<string> Files =
    [
        "cases/citizen-ids.json",
        "cases/readings.json",
        "cases/visits.json",
        "codes/abo.json",
        "codes/activityKind.json",
        "codes/adherence.json",
        "codes/adverseReaction.json",
        "codes/batch.json",
        "codes/complication.json",
        "codes/conditions.json",
        "codes/departureReason.json",
        "codes/disability.json",
        "codes/discipline.json",
        "codes/dispositionKind.json",
        "codes/doseUnit.json",
        "codes/dosingFrequency.json",
        "codes/drugForm.json",
        "codes/drugRoute.json",
        "codes/dispenseUnit.json",
        "codes/drug.json",
        "codes/drugAllergy.json",
        "codes/drugCaution.json",
        "codes/drugGroup.json",
        "codes/education.json",
        "codes/educationStep.json",
        "codes/ethnicGroup.json",
        "codes/exposure.json",
        "codes/familyHistory.json",
        "codes/fuel.json",
        "codes/goodFairPoor.json",
        "codes/householdKind.json",
        "codes/idMissingReason.json",
        "codes/kitchenExhaust.json",
        "codes/labTests.json",
        "codes/livestockPen.json",
        "codes/marriage.json",
        "codes/occupation.json",
        "codes/pastIllness.json",
        "codes/payment.json",
        "codes/physicianTitle.json",
        "codes/povertyCause.json",
        "codes/povertyStatus.json",
        "codes/readings.json",
        "codes/referralUrgency.json",
        "codes/relationship.json",
        "codes/residence.json",
        "codes/resultFlag.json",
        "codes/resultSource.json",
        "codes/rh.json",
        "codes/sex.json",
        "codes/signingMethod.json",
        "codes/taskKind.json",
        "codes/toilet.json",
        "codes/visitAction.json",
        "codes/visitOutcome.json",
        "codes/contactMode.json",
        "codes/water.json",
        "contracts/packages.json",
        "imports/headings.json",
        "imports/words.json",
        "regions/meizhou-counties.geojson",
        "regions/meizhou-regions.csv",
        "reminders/texts.json",
        "roster/physicians.csv",
        "rules/urgency.json",
        "triage/levels.json",
        "triage/rules.json",
        "triage/symptoms.json",
        "triage/urgent-words.json",
    ];

    /// <summary>Folders whose files the program reads whatever they are called.</summary>
    private static readonly string[] Folders = ["education", "forms", "pathways"];

    private static readonly Dictionary<string, string[]> Codes = new(StringComparer.Ordinal)
    {
        ["codes/activityKind"] = ["treatment", "rehabilitation", "careGuidance", "medicationConsultation"],
        ["codes/departureReason"] = ["marriedOut", "householdSplit", "registrationCorrected"],
        ["codes/discipline"] = ["generalPractice", "pharmacy"],
        ["codes/drugAllergy"] = ["1", "5"],
        ["codes/povertyStatus"] = ["lifted"],
        ["codes/referralUrgency"] = ["emergency"],
        ["codes/relationship"] = ["0"],
        ["codes/resultFlag"] = ["normal", "low", "high", "criticalLow", "criticalHigh", "unjudged"],
        ["codes/sex"] = ["1", "2"],
        ["codes/taskKind"] =
        [
            "followUp",
            "activity",
            "opinion",
            "decision",
            "question",
            "guidance",
            "referral",
            "conference",
            "appointment",
            "testReport",
            "contract",
            "transfer",
            "medicationReview",
        ],
        ["codes/visitOutcome"] = ["1"],
        ["codes/contactMode"] = ["3"],
    };

    public static IEnumerable<SeedFault> Check(IReadOnlyList<string> names, SeedLibrary library)
    {
        foreach (var file in Files.Except(names))
        {
            yield return new SeedFault(file, "", null, "The file is missing: the program names it.");
        }
        foreach (var folder in Folders.Where(folder => !names.Any(name => name.StartsWith($"{folder}/", StringComparison.Ordinal))))
        {
            yield return new SeedFault($"{folder}/", "", null, "The folder is missing or empty: the program reads it.");
        }
        foreach (var (source, codes) in Codes)
        {
            foreach (var code in codes.Except(library.CodesOf(source)))
            {
                yield return new SeedFault($"{source}.json", "", null, $"The code \"{code}\" is missing: the program names it.");
            }
        }
    }
}
