using Alleviation.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Alleviation.Tests.Access;

public sealed class AccessRulesTests
{
    [Theory]
    [InlineData(typeof(SaysNothing))]
    [InlineData(typeof(HasNoAction))]
    [InlineData(typeof(HasNoRole))]
    [InlineData(typeof(IsBoth))]
    [InlineData(typeof(IsOpenForNoReason))]
    public void FunctionThatDoesNotDeclare_DoesNotStart_AndIsNamed(Type functions) =>
        Assert.Contains(
            functions.Name,
            Assert.Throws<InvalidOperationException>(() => AccessRules.Of([functions])).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void FunctionThatDeclares_IsKnownByItsName()
    {
        var rules = AccessRules.Of([typeof(Declares)]);

        Assert.Equal([Role.Physician], rules.Find("Declares_One")!.Roles);
        Assert.Equal("some.act", rules.Find("Declares_One")!.Action);
        Assert.True(rules.Find("Declares_Two")!.IsOpen);
        Assert.Null(rules.Find("Other"));
    }

    [Fact]
    public void QueueFunctions_NeedNoDeclaration() => Assert.Empty(AccessRules.Of([typeof(TakesAMessage)]).All);

    [Fact]
    public void EveryFunctionOfTheApp_Declares() => Assert.NotEmpty(AccessRules.Of(typeof(AccessRules).Assembly.GetTypes()).All);

    public static class SaysNothing
    {
        [Function(nameof(SaysNothing))]
        public static IResult Answer([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
            TypedResults.Ok(request.Path);
    }

    public static class HasNoAction
    {
        [Function(nameof(HasNoAction))]
        [Requires(Role.Operator)]
        public static IResult Answer([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
            TypedResults.Ok(request.Path);
    }

    public static class HasNoRole
    {
        [Function(nameof(HasNoRole))]
        [Requires]
        [Audited("some.act")]
        public static IResult Answer([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
            TypedResults.Ok(request.Path);
    }

    public static class IsBoth
    {
        [Function(nameof(IsBoth))]
        [Open("Why not.")]
        [Requires(Role.Operator)]
        [Audited("some.act")]
        public static IResult Answer([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
            TypedResults.Ok(request.Path);
    }

    public static class IsOpenForNoReason
    {
        [Function(nameof(IsOpenForNoReason))]
        [Open(" ")]
        public static IResult Answer([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
            TypedResults.Ok(request.Path);
    }

    public static class Declares
    {
        [Function("Declares_One")]
        [Requires(Role.Physician)]
        [Audited("some.act")]
        public static IResult One([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => TypedResults.Ok(request.Path);

        [Function("Declares_Two")]
        [Open("Nothing to hide.")]
        public static IResult Two([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => TypedResults.Ok(request.Path);
    }

    public static class TakesAMessage
    {
        [Function(nameof(TakesAMessage))]
        public static void Take([QueueTrigger("some-queue")] string message) => ArgumentNullException.ThrowIfNull(message);
    }
}
