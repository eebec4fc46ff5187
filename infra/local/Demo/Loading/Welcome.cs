using Spectre.Console;

namespace Alleviation.Demo.Loading;

/// <summary>Where to go and as whom, once everything is there.</summary>
internal sealed class Welcome(IAnsiConsole console)
{
    public void Show(Uri url, string dataFolder)
    {
        var files = new AccountFiles(dataFolder);
        console.WriteLine();
        console.WriteLine($"Alleviation is at {url}");
        console.Write(Accounts(files));
        // A log that others read is no place for passwords.
        if (!console.Profile.Out.IsTerminal)
        {
            console.WriteLine($"Passwords: {Path.GetDirectoryName(files.PathOf("operator"))}");
        }
        console.WriteLine();
        foreach (var line in Curl(url, files))
        {
            Console.WriteLine(line);
        }
    }

    private Table Accounts(AccountFiles files)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("user name", "role", "regions", "password");
        foreach (var account in DemoAccount.Others.Prepend(DemoAccount.Operator))
        {
            var password = console.Profile.Out.IsTerminal ? files.PasswordOf(account.UserName) : "(in its file)";
            table.AddRow(account.UserName, account.Role, string.Join(", ", account.Regions), password);
        }

        return table;
    }

    private static string[] Curl(Uri url, AccountFiles files) =>
        [
            $"""TOKEN=$(curl -sS -H 'Content-Type: application/json' -d @'{files.PathOf("worker")}' {url}api/sign-in """
                + $"""| sed 's/.*"accessToken":"\([^"]*\)".*/\1/')""",
            $"""curl -sS -H "Authorization: Bearer $TOKEN" '{url}api/households?region={DemoAccount.Township}'""",
            $"""curl -sS -H "Authorization: Bearer $TOKEN" {url}api/coverage/{DemoAccount.Township}""",
        ];
}
