using Alleviation.Functions.Access;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Triage;

/// <summary>What a phone needs to ask the triage questions.</summary>
public sealed record TriageQuestions(IReadOnlyList<Symptom> Symptoms);

/// <summary>Triage of nobody in particular: no personal data comes in, and nothing is kept.</summary>
public sealed class TriageFunctions(TriageSeeds seeds, AssessTriageHandler assess)
{
    [Function("Triage_ListSymptoms")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("triage.list-symptoms")]
    public IResult Symptoms([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/triage")] HttpRequest request) =>
        TypedResults.Ok(new TriageQuestions(seeds.Symptoms));

    [Function("Triage_Assess")]
    [Requires(Role.HealthWorker, Role.Physician)]
    [Audited("triage.assess", CallEffect.Read)]
    public async Task<IResult> AssessAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/triage")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        var (result, errors) = assess.Handle(await request.ReadJsonAsync<TriageRequest>(cancellationToken));
        return result is null ? Answers.Invalid(errors) : TypedResults.Ok(result);
    }
}
