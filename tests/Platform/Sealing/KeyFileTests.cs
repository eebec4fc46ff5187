using Alleviation.Functions.Platform.Sealing;

namespace Alleviation.Tests.Platform.Sealing;

public sealed class KeyFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("keys");
    private string Place => Path.Combine(_folder.FullName, "deeper", "keys.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void FirstStart_MakesAFileOfTheOwnerAlone()
    {
        KeyFile.LoadOrCreate(Place);

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Place));
        }
    }

    [Fact]
    public void SecondStart_ReadsTheSameKeys()
    {
        var sealedText = new FieldSealer(KeyFile.LoadOrCreate(Place)).Seal("张三", "row");

        Assert.Equal("张三", new FieldSealer(KeyFile.LoadOrCreate(Place)).Open(sealedText, "row"));
    }

    [Fact]
    public async Task ManyHostsAtOnce_UseTheSameKeysAndLeaveOneFile()
    {
        // Who overwrites whom is a matter of microseconds: seen once in some tens of rounds.
        for (var round = 0; round < 100; round++)
        {
            var place = Path.Combine(_folder.FullName, $"{round}", "keys.json");
            using var together = new Barrier(8);
            var rings = await Task.WhenAll(
                Enumerable
                    .Range(0, 8)
                    .Select(_ =>
                        Task.Factory.StartNew(
                            () =>
                            {
                                together.SignalAndWait();
                                return KeyFile.LoadOrCreate(place);
                            },
                            TaskCreationOptions.LongRunning
                        )
                    )
            );

            Assert.Single(rings.Select(keys => Convert.ToHexString(keys.Signing)).Distinct());
            Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(place)!));
        }
    }

    [Fact]
    public void FileThatOthersCanRead_IsRefused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        KeyFile.LoadOrCreate(Place);
        File.SetUnixFileMode(Place, File.GetUnixFileMode(Place) | UnixFileMode.GroupRead);

        Assert.Contains("0600", Assert.Throws<InvalidDataException>(() => KeyFile.LoadOrCreate(Place)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"current":1,"sealing":{"1":"c2hvcnQ="},"fingerprint":"c2hvcnQ=","signing":"secret-text"}""")]
    public void BrokenRing_IsRefusedWithoutQuotingIt(string json)
    {
        var refused = Assert.Throws<InvalidDataException>(() => KeyRingJson.Read(json, "the file"));

        Assert.DoesNotContain("secret-text", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Printed_ARingShowsNoKey()
    {
        var keys = KeyRing.Create();

        Assert.Equal("KeyRing { Current = 1 }", $"{keys}");
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("keys.json", null, true)]
    [InlineData(null, "https://v.vault.azure.net", true)]
    [InlineData("keys.json", "https://v.vault.azure.net", false)]
    public void Options_NameExactlyOnePlace(string? file, string? vault, bool isValid)
    {
        var options = new KeyOptions { File = file, VaultUri = vault is null ? null : new Uri(vault) };

        Assert.Equal(isValid, !options.Validate(new(options)).Any());
    }
}
