using System.Text.Json;
using Alleviation.Demo.Loading;
using Alleviation.Functions.Access;

namespace Alleviation.Tests.Seeds;

public sealed class AccountFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [Fact]
    public void APassword_IsKeptForTheNextRun() =>
        Assert.Equal(new AccountFiles(_folder.FullName).PasswordOf("worker"), new AccountFiles(_folder.FullName).PasswordOf("worker"));

    [Fact]
    public void TwoAccounts_HaveTwoPasswords() =>
        Assert.NotEqual(
            new AccountFiles(_folder.FullName).PasswordOf("worker"),
            new AccountFiles(_folder.FullName).PasswordOf("physician")
        );

    [Fact]
    public void EveryFile_IsForItsOwnerOnly()
    {
        var files = new AccountFiles(_folder.FullName);
        files.PasswordOf("worker");
        files.WriteOperatorSettings();

        var written = _folder.GetFiles("*", SearchOption.AllDirectories);

        Assert.Equal(3, written.Length);
        if (!OperatingSystem.IsWindows())
        {
            Assert.All(written, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode));
        }
    }

    [Fact]
    public void TheFile_IsTheBodyOfASignIn()
    {
        var files = new AccountFiles(_folder.FullName);
        var password = files.PasswordOf("worker");

        var body = JsonDocument.Parse(File.ReadAllText(files.PathOf("worker"))).RootElement;

        Assert.Equal(("worker", password), (body.GetProperty("userName").GetString(), body.GetProperty("password").GetString()));
    }

    [Fact]
    public void EveryDemoAccount_IsOneThatTheServiceMakes() =>
        Assert.All(
            DemoAccount.Others.Append(DemoAccount.Operator),
            account =>
            {
                var password = new AccountFiles(_folder.FullName).PasswordOf(account.UserName);
                var role = Enum.Parse<Role>(account.Role, ignoreCase: true);
                Assert.Empty(
                    new AddAccountRequest(
                        account.UserName,
                        account.DisplayName,
                        role,
                        account.Regions,
                        account.PhysicianId,
                        password
                    ).Check()
                );
            }
        );

    public void Dispose() => _folder.Delete(recursive: true);
}
