namespace Alleviation.Functions.ReferenceData;

/// <summary>A mistake in a schema itself: what it is for cannot be checked.</summary>
/// <param name="file">Within seeds/schemas.</param>
internal sealed class SchemaMistakeException(string file, string message) : Exception(message)
{
    public SeedFault Fault => new(SeedSchemas.Folder + file, "", null, Message);
}
