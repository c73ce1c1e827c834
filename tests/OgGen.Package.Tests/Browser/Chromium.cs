using System.Diagnostics;
using System.Text;
using OgGen.Package.Tests.Harness;

namespace OgGen.Package.Tests.Browser;

/// <summary>A browser without a window, which looks at one page.</summary>
internal static class Chromium
{
    /// <summary>Where Debian installs it.</summary>
    public const string Program = "/usr/bin/chromium";

    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(4);

    /// <summary>Whether the browser is installed.</summary>
    public static bool Exists => File.Exists(Program);

    /// <summary>Shows a page until it has said what it had to say.</summary>
    /// <param name="address">The address of the page, on this machine.</param>
    /// <param name="said">What the page says.</param>
    /// <exception cref="TimeoutException">It said nothing for four minutes. The message has what the browser printed.</exception>
    public static async Task<string> ShowAsync(Uri address, Task<string> said)
    {
        string profile = Path.Combine(Workplace.Temporary, "browser " + Guid.NewGuid().ToString("N"));
        var printed = new StringBuilder();
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(
                Program,
                [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
                    "--no-proxy-server", "--enable-logging=stderr",
                    "--remote-debugging-port=0", "--user-data-dir=" + profile, address.ToString(),
                ])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.OutputDataReceived += (_, line) => Print(line.Data);
        process.ErrorDataReceived += (_, line) => Print(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            return await said.WaitAsync(s_limit);
        }
        catch (TimeoutException)
        {
            lock (printed)
            {
                throw new TimeoutException($"The page said nothing within {s_limit}. The browser printed:\n{printed}");
            }
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        void Print(string? line)
        {
            lock (printed)
            {
                printed.Append(line).Append('\n');
            }
        }
    }
}
