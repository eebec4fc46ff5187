using Alleviation.Functions.Access;
using Alleviation.Functions.Households;
using Alleviation.Functions.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Functions.Codes;

/// <param name="Lists">By name; each code with its label.</param>
public sealed record CodeListsView(IReadOnlyDictionary<string, IReadOnlyDictionary<string, Label>> Lists, IReadOnlyList<ReadingKind> Readings);

public sealed record RegionPage(IReadOnlyList<Region> Items);

/// <summary>What forms are filled from: public lists, the same for everybody.</summary>
public sealed class CodeFunctions(CodeLists lists, ReadingKinds readings, Regions regions)
{
    [Function("Codes_Get")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official, Role.Operator, Role.Auditor)]
    [Audited("codes.read")]
    public IResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/codes")] HttpRequest request) =>
        TypedResults.Ok(new CodeListsView(lists.Names.Order(StringComparer.Ordinal).ToDictionary(name => name, lists.All), [.. readings.All]));

    [Function("Regions_List")]
    [Requires(Role.HealthWorker, Role.Physician, Role.Official, Role.Operator, Role.Auditor)]
    [Audited("regions.read")]
    public IResult ListRegions([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/regions/{regionCode}")] HttpRequest request, string regionCode) =>
        regions.Find(regionCode) is { } region
            ? TypedResults.Ok(new RegionPage([region, .. regions.ChildrenOf(regionCode)]))
            : Answers.NotFound();
}
