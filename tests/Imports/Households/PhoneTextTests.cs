using Alleviation.Functions.Imports.Households;

namespace Alleviation.Tests.Imports.Households;

public sealed class PhoneTextTests
{
    [Theory]
    [InlineData("13800000001", "13800000001", null)]
    [InlineData("138-0000-0001", "13800000001", null)]
    [InlineData("+86 138 0000 0001", "13800000001", null)]
    [InlineData("8613800000001", "13800000001", null)]
    [InlineData("１３８０００００００１", "13800000001", null)]
    [InlineData("（0753）2345678", "07532345678", null)]
    [InlineData("0753－2345678", "07532345678", null)]
    [InlineData("0753—2345678", "07532345678", null)]
    [InlineData("2345678", "2345678", null)]
    [InlineData("0753-2345678转802", "07532345678", "0753-2345678转802")]
    [InlineData("13800000001/13900000001", "13800000001", "13800000001/13900000001")]
    [InlineData("13800000001、无", "13800000001", "13800000001、无")]
    [InlineData("1.38E+10", null, "1.38E+10")]
    [InlineData("13800000000", null, "13800000000")]
    [InlineData("1380000000", null, "1380000000")]
    [InlineData("找村委", null, "找村委")]
    public void Telephone_IsReadOrKeptAsItIs(string cell, string? number, string? asGiven) =>
        Assert.Equal(new PhoneText.Phone(number, asGiven), PhoneText.Read(cell));
}
