using System.Collections.Frozen;
using Alleviation.Functions.Platform.Validation;

namespace Alleviation.Functions.Triage;

/// <summary>Symptoms against their list.</summary>
public sealed class SymptomCheck(TriageSeeds seeds)
{
    private const int MaxSymptoms = 30;
    private readonly FrozenSet<string> _known = seeds.Symptoms.Select(symptom => symptom.Code).ToFrozenSet(StringComparer.Ordinal);

    /// <returns>Each once.</returns>
    internal IReadOnlyList<string> Check(ValidationErrors validationErrors, IReadOnlyList<string>? symptoms)
    {
        if (symptoms is null)
        {
            return [];
        }
        if (symptoms.Count > MaxSymptoms)
        {
            validationErrors.Add("symptoms", "too-many", MaxSymptoms);
            return [];
        }

        for (var index = 0; index < symptoms.Count; index++)
        {
            if (!_known.Contains(symptoms[index]))
            {
                validationErrors.Add("symptoms", index, "unknown-value");
            }
        }

        return [.. symptoms.Distinct(StringComparer.Ordinal)];
    }
}
