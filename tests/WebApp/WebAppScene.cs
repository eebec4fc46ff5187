using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Alleviation.Tests.Support;

namespace Alleviation.Tests.WebApp;

/// <summary>A service with a small web app in a folder of its own, beside which and in which lies what nobody may see.</summary>
public sealed class WebAppScene : IScene<WebAppScene>
{
    public const string Secret = "nobody may read this";

    /// <summary>A file whose name changes with its content, packed in one form.</summary>
    public const string Hashed = "/assets/app-1a2b3c4d.js";

    /// <summary>One that is packed in both forms.</summary>
    public const string Both = "/assets/both-Z_9-aBcD.js";

    public const string Forever = "public, max-age=31536000, immutable";

    private readonly Files _files;

    private WebAppScene(Files files, AppUnderTest app) => (_files, App) = (files, app);

    public AppUnderTest App { get; }

    public string Folder => _files.Folder;

    public static Task<WebAppScene> StartAsync() =>
        Task.FromResult(new Files()).ThenAsync(async files => new WebAppScene(files, await StartAsync(files.Folder)));

    public static Task<AppUnderTest> StartAsync(string folder) =>
        AppUnderTest.StartAsync(settings: new Dictionary<string, string?> { ["WebApp:Folder"] = folder });

    public async Task<HttpResponseMessage> AskAsync(
        string path,
        string? accepted = null,
        HttpMethod? method = null,
        Action<HttpRequestHeaders>? headers = null
    )
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (accepted is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        }
        headers?.Invoke(request.Headers);
        return await App.Anonymous.SendAsync(request);
    }

    /// <summary>Sends the path as it is written here, which no client of HTTP does.</summary>
    /// <returns>All that came back, headers included.</returns>
    public async Task<string> AskRawAsync(string path)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(App.Address.Host, App.Address.Port);
        var stream = client.GetStream();
        var request = $"GET {path} HTTP/1.1\r\nHost: {App.Address.Authority}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await _files.DisposeAsync();
    }

    /// <summary>The web app's, in a folder for this scene alone.</summary>
    private sealed class Files : IAsyncDisposable
    {
        private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("alleviation-web-");

        public Files()
        {
            Put("../host.json", Secret);
            Put("../secret", Secret);
            Put(".env", Secret);
            Put(".git/config", Secret);
            Put("program.unknown", Secret);
            Put("index.html", "the web app");
            Put("index.html.gz", "packed page");
            Put("sw.js", "worker");
            Put("assets/app-1a2b3c4d.js", "script");
            Put("assets/app-1a2b3c4d.js.br", "packed");
            Put("assets/both-Z_9-aBcD.js", "plain");
            Put("assets/both-Z_9-aBcD.js.br", "brotli");
            Put("assets/both-Z_9-aBcD.js.gz", "gzip");
            Put("assets/logo.svg", "<svg/>");
            string[] names =
            [
                "app.webmanifest",
                "map.geojson",
                "list.json",
                "module.mjs",
                "style.css",
                "notes.txt",
                "font.woff2",
                "icon.png",
            ];
            foreach (var name in names)
            {
                Put(name, name);
            }
        }

        public string Folder => Path.Combine(_root.FullName, "web");

        public ValueTask DisposeAsync()
        {
            _root.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }

        private void Put(string name, string content)
        {
            var file = new FileInfo(Path.Combine(Folder, name));
            file.Directory!.Create();
            File.WriteAllText(file.FullName, content);
        }
    }
}
