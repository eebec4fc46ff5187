using System.ComponentModel.DataAnnotations;
using Alleviation.Functions.Reminders;

namespace Alleviation.Tests.Reminders;

public sealed class RemindersOptionsTests
{
    [Theory]
    [InlineData(null, null, true)]
    [InlineData("https://gateway.example/sms", Gateway.Secret, true)]
    [InlineData("http://127.0.0.1:8080/sms", Gateway.Secret, true)]
    [InlineData("http://gateway.example/sms", Gateway.Secret, false)]
    [InlineData("https://gateway.example/sms", "short", false)]
    [InlineData("https://gateway.example/sms", null, false)]
    [InlineData("ftp://127.0.0.1/sms", Gateway.Secret, false)]
    public void Gateway_IsSafeOrIsRefusedAtStart(string? address, string? secret, bool isRight)
    {
        var options = new RemindersOptions { Gateway = address is null ? null : new Uri(address), Secret = secret };
        Assert.Equal(isRight, Validator.TryValidateObject(options, new ValidationContext(options), [], validateAllProperties: true));
    }
}
