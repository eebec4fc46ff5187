using Alleviation.Tests.Support;

namespace Alleviation.Tests.Medication;

/// <summary>Tests of the list of medication share one service.</summary>
[CollectionDefinition(Name)]
public sealed class MedicationCollection : ICollectionFixture<SharedScene<TownshipScene>>
{
    public const string Name = "Medication";
}

/// <summary>Tests of what is new about a person share another, so that they run beside those of the list.</summary>
[CollectionDefinition(Name)]
public sealed class MedicationReviewCollection : ICollectionFixture<SharedScene<TownshipScene>>
{
    public const string Name = "MedicationReview";
}
