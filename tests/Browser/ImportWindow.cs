using Alleviation.Tests.Browser.Frame;
using Microsoft.Playwright;

namespace Alleviation.Tests.Browser;

/// <summary>What somebody does on the page of imports.</summary>
internal static class ImportWindow
{
    public static async Task SendsAsync(this Window window, string name, byte[] list)
    {
        await window
            .Page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "application/octet-stream",
                    Buffer = list,
                }
            );
        await window.Button("开始导入").ClickAsync();
    }
}
