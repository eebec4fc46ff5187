using System.Text.Json;
using Alleviation.Functions.Platform.Sealing;
using Alleviation.Functions.Platform.Storage;

namespace Alleviation.Tests.Platform.Storage;

public sealed class DocumentSchemaTests
{
    private static readonly FieldSealer Sealer = new(KeyRing.Create());
    private static readonly DocumentSchema<First> OfFirst = new();

    /// <summary>The name became two, then a number was added.</summary>
    private static readonly DocumentSchema<Third> OfThird = new(
        document =>
        {
            document["given"] = document["name"]!.GetValue<string>()[1..];
            document["family"] = document["name"]!.GetValue<string>()[..1];
            document.Remove("name");
        },
        document => document["count"] = 1
    );

    [Fact]
    public void OlderDocument_IsBroughtUpToDate_WhenItIsRead()
    {
        var stored = OfFirst.Write(new First("陈测试"));

        Assert.Equal("""v1 {"name":"陈测试"}""", stored);
        Assert.Equal(new Third("测试", "陈", 1), OfThird.Read(stored));
        Assert.Equal("""v3 {"given":"测试","family":"陈","count":1}""", OfThird.Write(OfThird.Read(stored)));
    }

    [Fact]
    public void SealedOlderDocument_LikeWise() =>
        Assert.Equal(new Third("测试", "陈", 1), OfThird.Open(OfFirst.Seal(new First("陈测试"), "place", Sealer), "place", Sealer));

    [Theory]
    [InlineData("v2 {}")]
    [InlineData("{\"name\":\"x\"}")]
    [InlineData("v0 {}")]
    [InlineData("v1{}")]
    [InlineData("v1 []")]
    [InlineData("")]
    public void WhatIsNewerOrNoDocument_IsRefused(string stored) => Assert.Throws<JsonException>(() => OfFirst.Read(stored));

    private sealed record First(string Name);

    private sealed record Third(string Given, string Family, int Count);
}
