using System.Net;
using System.Text.Json;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Simulator.Triggers;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.Simulate;

public sealed class SimulateVerbTests
{
    private const string Key = "SG_0123456789abcdef";

    [Fact]
    public async Task RunAsync_Port0_NamesTheOriginFirstServesAndDrainsOnStop()
    {
        await using var twin = await ServedTwin.StartAsync("--port", "0", "--seed", "7");

        var answer = await twin.SubmitAsync(Key);
        var run = await twin.StopAsync();

        Assert.Equal(HttpStatusCode.OK, answer);
        Assert.Equal(ExitCodes.Ok, run.Code);
        Assert.Matches("^listening on http://127.0.0.1:[0-9]+\nseed 7, profile documented, real clock, pace 1, plan unlimited", run.Output);
        Assert.Equal("stopped after 1 job accepted, 0 completed\n", run.Error);
    }

    [Fact]
    public async Task RunAsync_StopUnderLoad_AnswersEveryCallOrNoneAndDrains()
    {
        await using var twin = await ServedTwin.StartAsync("--port", "0");
        var accepted = 0L;
        var callers = Enumerable.Range(0, 16).Select(async _ =>
        {
            try
            {
                while (true)
                {
                    Assert.Equal(HttpStatusCode.OK, await twin.SubmitAsync(Key));
                    Interlocked.Increment(ref accepted);
                }
            }
            catch (HttpRequestException)
            {
                // The twin has closed its port.
            }
        }).ToArray();
        while (Interlocked.Read(ref accepted) < 200)
        {
            await Task.Yield();
        }

        var run = await twin.StopAsync();
        await Task.WhenAll(callers);

        Assert.Equal(ExitCodes.Ok, run.Code);
        Assert.Equal($"stopped after {accepted} jobs accepted, 0 completed\n", run.Error);
    }

    [Fact]
    public async Task RunAsync_EveryOption_ReachesTheTwin()
    {
        await using var twin = await ServedTwin.StartAsync(
            "--port", "0", "--profile", "observed", "--switch", "polls-count=yes", "--switch", "retention=completion", "--pace", "20",
            "--clock", "manual", "--plan", "flexible", "--credits", "2.5", "--workers", "3", "--key", Key, "--failure-rate", "0.25", "--seed", "9");

        using var settings = await twin.GetJsonAsync("/__admin/settings");
        var refused = await twin.SubmitAsync("SG_ffffffffffffffff");
        await twin.StopAsync();

        var text = settings.RootElement.GetRawText();
        Assert.Equal(HttpStatusCode.Unauthorized, refused);
        Assert.Contains("observed\\u002Bpolls-count=yes\\u002Bretention=completion", text.Replace("+", "\\u002B", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal((9, 20, 3, 2.5), (Number("seed"), Number("pace"), Number("workers"), Number("credits")));

        double Number(string name) => settings.RootElement.GetProperty(name).GetDouble();
    }

    [Fact]
    public async Task RunAsync_ScenarioAndOptions_TheOptionsWin()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("s.json"), """{"purpose":"x","seed":3,"twin":{"pace":5,"workers":2}}""");

        await using var twin = await ServedTwin.StartAsync("--port", "0", "--scenario", folder.File("s.json"), "--workers", "4");
        using var settings = await twin.GetJsonAsync("/__admin/settings");
        await twin.StopAsync();

        Assert.Equal(
            (3, 5, 4),
            (settings.RootElement.GetProperty("seed").GetInt32(), settings.RootElement.GetProperty("pace").GetInt32(), settings.RootElement.GetProperty("workers").GetInt32()));
    }

    [Fact]
    public async Task RunAsync_Log_WritesEveryRequestWithoutKeys()
    {
        await using var twin = await ServedTwin.StartAsync("--port", "0", "--log", "--key", Key);

        await twin.SubmitAsync(Key);
        await twin.SubmitAsync("SG_ffffffffffffffff");
        var run = await twin.StopAsync();

        Assert.Matches(" 200 POST /v2/pixverse-text2video  key=SG_\\*\\*\\*[0-9a-f]{4}\n", run.Error);
        Assert.Matches(" 401 POST /v2/pixverse-text2video  key=SG_\\*\\*\\*[0-9a-f]{4}  cause=invalid_key\n", run.Error);
        Assert.DoesNotContain(Key, run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Json_PrintsOneLineWithOriginAndSeed()
    {
        await using var twin = await ServedTwin.StartAsync("--port", "0", "--output", "json");

        var run = await twin.StopAsync();

        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(1, run.Output.Count(c => c == '\n'));
        Assert.Equal(77, document.RootElement.GetProperty("seed").GetInt32());
        Assert.Matches("^http://127.0.0.1:[0-9]+$", document.RootElement.GetProperty("listening").GetString());
    }

    [Fact]
    public async Task RunAsync_HostWireMock_ServesTheSameTwinOnTheSameAddress()
    {
        await using var twin = await ServedTwin.StartAsync("--port", "0", "--host", "wiremock", "--key", "SG_0000000000000001");

        Assert.Equal("127.0.0.1", twin.Origin.Host);
        Assert.Equal(HttpStatusCode.OK, await twin.SubmitAsync("SG_0000000000000001"));
        Assert.Equal(HttpStatusCode.Unauthorized, await twin.SubmitAsync("SG_0000000000000002"));
    }

    [Theory]
    [InlineData("kestrel")]
    [InlineData("wiremock")]
    public async Task RunAsync_PortTaken_OneLineAndExit2(string host)
    {
        await using var first = await ServedTwin.StartAsync("--port", "0");

        var second = await new Pixverse { Clock = Pixverse.RealClock }.RunAsync("simulate", "--port", $"{first.Origin.Port}", "--host", host);

        Assert.Equal(ExitCodes.Usage, second.Code);
        Assert.StartsWith($"error PXH0301: --port: cannot listen on 127.0.0.1:{first.Origin.Port}: ", second.Error, StringComparison.Ordinal);
        Assert.EndsWith("Choose another port, or --port 0 for any free one.\n", second.Error, StringComparison.Ordinal);
        Assert.Equal(1, second.Error.Count(c => c == '\n'));
    }

    [Theory]
    [InlineData("kestrel")]
    [InlineData("wiremock")]
    public async Task RunAsync_ShutdownByTheAdminApi_AnswersThenEndsAsCtrlCDoes(string host)
    {
        await using var twin = await ServedTwin.StartAsync("--port", "0", "--host", host);

        using var answer = await twin.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/__admin/shutdown"));
        var run = await twin.EndAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(ExitCodes.Ok, run.Code);
        Assert.Equal("stopped after 0 jobs accepted, 0 completed\n", run.Error);
    }

    [Fact]
    public async Task RunAsync_KeysOfAFileOrAVariable_AreTheValidOnes()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("keys"), $"# ours\n\n{Key}\n");

        foreach (var (options, variables) in new (string[], Dictionary<string, string>)[]
        {
            (["--key-file", folder.File("keys")], []),
            ([], new() { ["PIXVERSE_KEYS"] = $"SG_0000000000000001, {Key}" }),
        })
        {
            await using var twin = await ServedTwin.StartAsync(["--port", "0", .. options], variables);

            Assert.Equal(HttpStatusCode.OK, await twin.SubmitAsync(Key));
            Assert.Equal(HttpStatusCode.Unauthorized, await twin.SubmitAsync("SG_ffffffffffffffff"));
        }
    }

    [Fact]
    public async Task RunAsync_BindElsewhere_TakesATokenAndThenEverybodyNeedsIt()
    {
        var variables = new Dictionary<string, string> { ["PIXVERSE_ADMIN_TOKEN"] = "t0ken" };
        await using var twin = await ServedTwin.StartAsync(["--port", "0", "--bind", "127.0.0.2"], variables);

        using var without = await twin.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/__admin/health"));
        using var with = await twin.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/__admin/health") { Headers = { { "Authorization", "Bearer t0ken" } } });
        await twin.StopAsync();

        Assert.Equal("127.0.0.2", twin.Origin.Host);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (without.StatusCode, with.StatusCode));
    }

    [Theory]
    [InlineData("--switch credit=402", "error PXH0106: --switch: \"credit\" is not allowed. Did you mean \"credits\"?")]
    [InlineData("--switch credits=40", "error PXH0106: --switch credits: \"40\" is not allowed. Did you mean \"406\"?")]
    [InlineData("--switch credits", "error PXH0106: --switch: \"credits\" has no value. Allowed: credits=406, credits=402.")]
    [InlineData("--pace 0.5", "error PXH0106: --pace: \"0.5\" is not a number from 1 to 1000000.")]
    [InlineData("--port 65536", "error PXH0106: --port: \"65536\" is not a whole number from 0 to 65535.")]
    [InlineData("--plan gold", "error PXH0106: --plan: \"gold\" is not allowed. Allowed: unlimited, free, flexible, pro, business, scale.")]
    [InlineData("--key SG_ü", "error PXH0106: --key: the key is empty or has characters")]
    [InlineData("--bind 0.0.0.0", "error PXH0221: --bind: \"0.0.0.0\" is reached from other machines, and the admin API would be open to them. Set PIXVERSE_ADMIN_TOKEN")]
    [InlineData("--bind localhost", "error PXH0106: --bind: \"localhost\" is no IP address such as 127.0.0.1, 0.0.0.0 or ::1.")]
    [InlineData("--key-file none", "error PXH0201: \"none\" cannot be read: there is no such file.")]
    [InlineData("--scenario none.json", "error PXH0201: \"none.json\" cannot be read: there is no such file.")]
    public async Task RunAsync_WrongOption_OneLineAndExit2(string options, string expected)
    {
        var run = await new Pixverse().RunAsync(["simulate", .. options.Split(' ')]);

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.StartsWith(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(c => c == '\n'));
    }

    [Theory]
    [InlineData("SG_5ec4e7 0000000001", "line 2: it has characters that no header can carry.")]
    [InlineData("", "it holds nothing.")]
    public async Task RunAsync_KeyFileThatHoldsNoKey_IsRefusedWithoutShowingIt(string line, string expected)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("keys"), $"# ours\n{line}\n");

        var run = await new Pixverse().RunAsync("simulate", "--key-file", folder.File("keys"));

        Assert.StartsWith("error PXH0223: --key-file: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("5ec4e7", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_ListsEveryMagicKeyAndCause()
    {
        var run = await new Pixverse().RunAsync("simulate", "--help");

        Assert.All(MagicKeys.All, m => Assert.Contains(m.Key, run.Output, StringComparison.Ordinal));
        Assert.All(ErrorCauses.All, c => Assert.Contains($" {c.Name}: ", run.Output, StringComparison.Ordinal));
    }
}
