using System.Diagnostics;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;
using PixverseHarness.TestKit;

namespace PixverseHarness.IntegrationTests.Python;

/// <summary>The wire as the vendor's Python SDK sees it, replayed by a script on httpx.</summary>
public sealed class PythonClientTests
{
    private const string Interpreter = "/usr/bin/python3";

    [SkippableTheory]
    [InlineData("documented", "")]
    [InlineData("observed", "")]
    [InlineData("documented", "/s/shard-7")]
    public async Task SegmindWire_AgainstTheTwin_PassesEveryCheck(string profile, string session)
    {
        Skip.IfNot(await HasHttpxAsync(), "needs /usr/bin/python3 with httpx (Debian: python3-httpx)");

        // Half a second a job, yet three minutes of retention: a busy machine must not let results expire unread.
        var options = new TwinOptions { Profile = Contract.Profiles.ApiProfile.Find(profile)!, Pace = 20, ServiceTime = TimeSpan.FromSeconds(10) };
        if (profile == "observed")
        {
            // The script checks the documented statuses of refusals; the rest of the profile stays as seen live.
            options = options with { Profile = options.Profile with { CreditsStatus = 406, Validation = Contract.Profiles.ValidationTiming.Early } };
        }

        await using var twin = await PixverseTwin.StartAsync(new PixverseTwinOptions { Twin = options }, TimeProvider.System);

        var (exitCode, output) = await RunAsync(
            RepositoryRoot.Combine("tests/PixverseHarness.IntegrationTests/Python/segmind_wire.py"),
            $"{twin.Origin.GetLeftPart(UriPartial.Authority)}{session}/v1");

        Assert.True(exitCode == 0, output);
        Assert.Contains("14 passed, 0 failed", output, StringComparison.Ordinal);
    }

    private static async Task<bool> HasHttpxAsync() => File.Exists(Interpreter) && (await RunAsync("-c", "import httpx")).ExitCode == 0;

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var process = Process.Start(new ProcessStartInfo(Interpreter, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(bound.Token);
            var errors = process.StandardError.ReadToEndAsync(bound.Token);
            await process.WaitForExitAsync(bound.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }
}
