using Alleviation.Functions.Access;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.ReferenceData.Codes;

/// <param name="Lists">
/// By name; each a list in the order of its file: an object's names have none that every reader keeps. <c>form</c> and <c>pathway</c>
/// say what follow-up forms and pathways are called.
/// </param>
public sealed record CodeListsView(IReadOnlyDictionary<string, IReadOnlyList<CodeItem>> Lists, IReadOnlyList<ReadingKind> Readings);

public sealed record RegionPage(IReadOnlyList<Region> Items);

/// <summary>What forms are filled from: public lists, the same for everybody.</summary>
public sealed class CodeFunctions(CodeLists lists, ReadingKinds readings, Regions regions)
{
    [Function("Codes_Get")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official, Role.Operator, Role.Auditor)]
    [Audited("codes.read")]
    public IResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/codes")] HttpRequest request) =>
        TypedResults.Ok(
            new CodeListsView(
                lists.Names.Select(name => KeyValuePair.Create(name, lists.Items(name))).Concat(lists.Documents).ToDictionary(),
                readings.All
            )
        );

    [Function("Regions_List")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official, Role.Operator, Role.Auditor)]
    [Audited("regions.read")]
    public IResult ListRegions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/regions/{regionCode}")] HttpRequest request,
        string regionCode
    ) =>
        regions.Find(regionCode) is { } region
            ? TypedResults.Ok(new RegionPage([region, .. regions.ChildrenOf(regionCode)]))
            : Answers.NotFound();
}
