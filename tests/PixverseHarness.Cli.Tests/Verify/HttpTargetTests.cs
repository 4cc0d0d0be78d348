using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;
using PixverseHarness.Simulator.Mutants;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.Verify;

/// <summary>Over real sockets on the loopback.</summary>
public sealed class HttpTargetTests
{
    private static readonly TimeProvider Real = Pixverse.RealClock;

    // Whatever lasts: jobs, queues, windows, retention, the cut-off.
    private static readonly string[] Paced =
    [
        "PV-TIME-002", "PV-TIME-003", "PV-TIME-004", "PV-TIME-005", "PV-EXPIRY-001", "PV-EXPIRY-002", "PV-EXPIRY-008", "PV-EXPIRY-009",
        "PV-SYNC-001", "PV-SYNC-005", "PV-SYNC-009", "PV-SYNC-012", "PV-SYNC-016", "PV-RATE-002", "PV-RATE-006", "PV-STATUS-004",
    ];

    [Fact]
    public async Task Verify_TwinOverHttp_FindsNothing()
    {
        await using var twin = await StartAsync(new TwinOptions());

        var run = await VerifyAsync(twin, "--seed", "1");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("clauses: 0 violated", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wiremock", "documented")]
    [InlineData("wiremock", "observed")]
    [InlineData("kestrel", "documented")]
    public async Task Verify_EmbeddedTwinOnAHost_HoldsWhatItHoldsInProcess(string host, string profile)
    {
        var inProcess = await VerdictsAsync(profile);

        var served = await VerdictsAsync(profile, "--host", host);

        Assert.Contains("held", inProcess.Values);
        Assert.Equal(inProcess, served);
    }

    [Fact]
    public async Task Verify_MutantOnWireMock_IsFound()
    {
        var run = await new Pixverse { Clock = Real }.RunAsync("verify", "--seed", "1", "--host", "wiremock", "--mutant", "failed-as-200", "--clause", "PV-STATUS-020");

        Assert.Equal(1, run.Code);
        Assert.Contains("VIOLATED PV-STATUS-020", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(2_000)]
    public async Task Verify_TwinAtAPace_ScalesWhatItExpects(double pace)
    {
        await using var twin = await StartAsync(new TwinOptions { Pace = pace });

        var run = await VerifyAsync(twin, ["--seed", "1", .. Paced.SelectMany(c => new[] { "--clause", c })]);

        Assert.True((run.Code, run.Error) == (0, ""), run.Error + run.Output);
        Assert.Contains($"clauses: 0 violated, {Paced.Length} held", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expires-late", "PV-EXPIRY-002")]
    [InlineData("expires-very-early", "PV-EXPIRY-001")]
    [InlineData("sync-time-short", "PV-SYNC-005")]
    [InlineData("sync-early-cut-off", "PV-SYNC-012")]
    public async Task Verify_MutantAtAPace_IsFound(string mutant, string clause)
    {
        await using var twin = await StartAsync(new TwinOptions { Pace = 100, Mutant = MutantCatalogue.Find(mutant) ?? throw new ArgumentException(mutant) });

        var run = await VerifyAsync(twin, "--seed", "1", "--clause", clause);

        Assert.Equal(1, run.Code);
        Assert.Contains($"VIOLATED {clause}", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expires-late", "PV-EXPIRY-002")]
    [InlineData("limit-one-more", "PV-RATE-001")]
    [InlineData("sync-no-cut-off", "PV-SYNC-012")]
    [InlineData("failures-charged", "PV-PRICE-012")]
    public async Task Verify_MutantOverHttp_IsFound(string mutant, string clause)
    {
        await using var twin = await StartAsync(new TwinOptions { Mutant = MutantCatalogue.Find(mutant) });

        var run = await VerifyAsync(twin, "--seed", "1", "--clause", clause);

        Assert.Equal(1, run.Code);
        Assert.Contains($"VIOLATED {clause}", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("failed-as-200", "PV-STATUS-020")]
    [InlineData("member:status-completed:metrics.cost:missing", "PV-STATUS-015")]
    [InlineData("foreign-status-url", "PV-SUBMIT-009")]
    public async Task Script_OfAFinding_SeesItAgain(string mutant, string clause)
    {
        using var folder = new TemporaryFolder();
        await using var twin = await StartAsync(new TwinOptions { Mutant = MutantCatalogue.Find(mutant) });
        await VerifyAsync(twin, "--seed", "1", "--clause", clause, "--report", "json", "--report-dir", folder.Path);

        foreach (var script in Directory.GetFiles(Path.Combine(folder.Path, "repro")))
        {
            var (code, output) = await BashAsync(script);

            Assert.True(code == 1, $"{script} ended with {code}:\n{output}");
            Assert.Contains($"{Path.GetFileNameWithoutExtension(script)} seen again", output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("SSH-2.0-nothing\r\n\r\n", "error PXH0602")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello", "error PXH0603")]
    public async Task Verify_SomethingElseThatListens_IsOneLine(string answer, string line)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var served = ServeAsync(listener, answer);

        var run = await new Pixverse { Clock = Real }.RunAsync("verify", "--target", $"http://{listener.LocalEndpoint}");

        Assert.Equal(2, run.Code);
        Assert.StartsWith(line, run.Error, StringComparison.Ordinal);
        listener.Stop();
        await served;
    }

    [Fact]
    public async Task Verify_TargetThatLeavesBeforeASnapshot_IsOneLine()
    {
        const string Refusal = "HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nContent-Length: 14\r\nConnection: close\r\n\r\n{\"error\":\"no\"}";
        using var folder = new TemporaryFolder();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var served = ServeAsync(listener, Refusal, times: 2);

        var run = await new Pixverse { Clock = Real }.RunAsync("verify", "--target", $"http://{listener.LocalEndpoint}", "--snapshots", folder.Path, "--accept");

        Assert.Equal(2, run.Code);
        Assert.StartsWith("error PXH0814: ", Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
        await served;
    }

    private static async Task ServeAsync(TcpListener listener, string answer, int times = int.MaxValue)
    {
        try
        {
            for (var served = 0; served < times; served++)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await client.GetStream().ReadAtLeastAsync(new byte[4096], 16);
                await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer));
            }

            listener.Stop();
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    private static async Task<SortedDictionary<string, string>> VerdictsAsync(string profile, params string[] arguments)
    {
        var run = await new Pixverse { Clock = Real }.RunAsync(["verify", "--seed", "1", "--profile", profile, "--output", "json", .. arguments]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var clauses = JsonDocument.Parse(run.Output).RootElement.GetProperty("clauses").EnumerateArray();
        return new SortedDictionary<string, string>(
            clauses.ToDictionary(c => c.GetProperty("id").GetString()!, c => c.GetProperty("verdict").GetString()!), StringComparer.Ordinal);
    }

    private static Task<PixverseTwin> StartAsync(TwinOptions options) => PixverseTwin.StartAsync(new PixverseTwinOptions { Twin = options }, Real);

    private static Task<Pixverse.Run> VerifyAsync(PixverseTwin twin, params string[] arguments) =>
        new Pixverse { Clock = Real }.RunAsync(["verify", "--target", twin.Origin.GetLeftPart(UriPartial.Authority), .. arguments]);

    private static async Task<(int Code, string Output)> BashAsync(string script)
    {
        var start = new ProcessStartInfo("bash", [script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SEGMIND_API_KEY"] = "SG_0000000000000001";
        using var bash = Process.Start(start)!;
        var error = bash.StandardError.ReadToEndAsync();
        var output = await bash.StandardOutput.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1), Real);
        await bash.WaitForExitAsync(patience.Token);
        return (bash.ExitCode, output + await error);
    }
}
