using System.Diagnostics;
using System.Net;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.Simulate;

/// <summary>A twin in a process of its own, whose keys come from a file: nobody who lists processes sees one.</summary>
public sealed class ProcessListTests
{
    private const string Canary = "SG_c0ffee0000000c0ffee";
    private const string Token = "canary-t0ken";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [SkippableFact]
    public async Task Simulate_WithKeysAndTokenOfFiles_ShowsThemInNoProcessListOutputOrLog()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux has /proc.");
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("keys"), Canary);
        await File.WriteAllTextAsync(folder.File("token"), Token);
        using var patience = new CancellationTokenSource(Patience, Pixverse.RealClock);
        using var twin = new Child("simulate", "--port", "0", "--log", "--key-file", folder.File("keys"), "--admin-token-file", folder.File("token"));
        var process = twin.Process;
        var output = await process.StandardOutput.ReadLineAsync(patience.Token) ?? "";
        var origin = new Uri(output[output.IndexOf("http", StringComparison.Ordinal)..]);
        using var http = new HttpClient { BaseAddress = origin };

        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(http, HttpMethod.Get, $"/v2/requests/{Canary}/status", "x-api-key", Canary));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(http, HttpMethod.Get, "/v2/requests/x/status", "x-api-key", Canary + "0"));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(http, HttpMethod.Get, "/__admin/health", "Authorization", $"Bearer {Canary}"));
        var list = await File.ReadAllTextAsync($"/proc/{process.Id}/cmdline", patience.Token) + await File.ReadAllTextAsync($"/proc/{process.Id}/environ", patience.Token);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(http, HttpMethod.Post, "/__admin/shutdown", "Authorization", $"Bearer {Token}"));
        output += await process.StandardOutput.ReadToEndAsync(patience.Token);
        var log = await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);

        Assert.Equal(ExitCodes.Ok, process.ExitCode);
        Assert.Contains("--key-file", list, StringComparison.Ordinal);
        Assert.Contains("cause=invalid_key", log, StringComparison.Ordinal);
        foreach (var text in new[] { list, output, log })
        {
            Assert.DoesNotContain(Canary, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Token, text, StringComparison.Ordinal);
        }
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient http, HttpMethod method, string path, string header, string value)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>The command in a process that ends with the test.</summary>
    private sealed class Child(params string[] arguments) : IDisposable
    {
        public Process Process { get; } = Process.Start(new ProcessStartInfo("dotnet", [typeof(ExitCodes).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        public void Dispose()
        {
            if (!Process.HasExited)
            {
                Process.Kill();
            }

            Process.Dispose();
        }
    }
}
