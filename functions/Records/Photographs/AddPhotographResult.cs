using Alleviation.Functions.Platform.Http;

namespace Alleviation.Functions.Records.Photographs;

/// <param name="Place">Of the entry that it belongs to; null where what was sent names none.</param>
/// <param name="Picture">As it was sent.</param>
/// <param name="Preview">The same, small, for lists; null where none was sent.</param>
public sealed record NewPhotograph(string? Place, string? Caption, byte[] Picture, byte[]? Preview);

public enum AddPhotographOutcome
{
    Added,

    /// <summary>The same was sent before; it may have been taken out since. Nothing changed.</summary>
    AddedBefore,

    /// <summary>The id belongs to another photograph. Nothing changed.</summary>
    AddedDifferently,

    /// <summary>The entry has as many as an entry may have. Nothing changed.</summary>
    EntryFull,

    /// <summary>The member has as many as a member may have. Nothing changed.</summary>
    MemberFull,

    /// <summary>It did not pass the checks. Nothing changed.</summary>
    Invalid,

    NotFound,
}

public sealed record AddPhotographResult(
    AddPhotographOutcome Outcome,
    PhotographView? View = null,
    IReadOnlyList<FieldError>? Errors = null
);
