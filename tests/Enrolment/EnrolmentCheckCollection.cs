using Alleviation.Tests.Support;

namespace Alleviation.Tests.Enrolment;

/// <summary>What an enrolment is checked for is tested in one service, to which nothing but enrolments is sent.</summary>
[CollectionDefinition(Name)]
public sealed class EnrolmentCheckCollection : ICollectionFixture<SharedScene<WorkerScene>>
{
    public const string Name = "EnrolmentCheck";
}
