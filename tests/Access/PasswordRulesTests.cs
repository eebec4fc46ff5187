using Alleviation.Functions.Access;

namespace Alleviation.Tests.Access;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData(null, "password-length")]
    [InlineData("123456789", "password-length")]
    [InlineData("Password123", "password-common")]
    [InlineData("aaaaaaaaaaaa", "password-common")]
    [InlineData("my-Worker.Li-2026", "password-is-user-name")]
    [InlineData("correct horse battery", null)]
    [InlineData("红马正确电池订书钉与山", null)]
    public void Password_IsJudged(string? password, string? code) =>
        Assert.Equal(code, PasswordRules.Check("password", password, "worker.li").FirstOrDefault()?.Code);

    [Fact]
    public void EndlessPassword_IsRefused() => Assert.NotEmpty(PasswordRules.Check("password", new string('a', 129), "worker.li"));
}
