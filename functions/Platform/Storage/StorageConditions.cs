using Azure;
using Microsoft.AspNetCore.Http;

namespace Alleviation.Functions.Platform.Storage;

/// <summary>What storage says when somebody else was quicker; to be used in <c>catch … when</c>, beside the table.</summary>
public static class StorageConditions
{
    /// <summary>An insert met a row with the same keys.</summary>
    public static bool IsAlreadyThere(this RequestFailedException failure) =>
        failure.Status == StatusCodes.Status409Conflict && failure.ErrorCode == "EntityAlreadyExists";

    /// <summary>A guarded write met a row that was written since it was read.</summary>
    public static bool IsChangedMeanwhile(this RequestFailedException failure) => failure.Status == StatusCodes.Status412PreconditionFailed;

    /// <summary>A guarded write met no row.</summary>
    public static bool IsGone(this RequestFailedException failure) => failure.Status == StatusCodes.Status404NotFound;
}
