using System.Diagnostics;
using System.Net;
using PixverseHarness.IntegrationTests.Hosts;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;

namespace PixverseHarness.IntegrationTests.Fire;

/// <summary>Clients that send slowly, read slowly, or say nothing: they lose their connection, and nobody else notices.</summary>
public sealed class SlowClientTests
{
    private const int OfEachKind = 40;
    private const string SlowHttpTest = "/usr/bin/slowhttptest";

    // The shortest that Kestrel's one-second heartbeat allows.
    private static readonly ConnectionLimits Impatient = new()
    {
        HeaderTime = TimeSpan.FromSeconds(1), IdleTime = TimeSpan.FromSeconds(1), SlowGrace = TimeSpan.FromSeconds(1.5), BytesPerSecond = 100_000, AnswerBytesPerSecond = 20_000_000,
    };

    private static readonly string[] Starts =
    [
        "",
        "GET /v1/get-user-credits HTTP/1.1\r\nHost: x\r\nx-api-key: k",
        "POST /v2/pixverse-text2video HTTP/1.1\r\nHost: x\r\nx-api-key: k\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{",
        "POST /v2/pixverse-text2video HTTP/1.1\r\nHost: x\r\nx-api-key: k\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n",
    ];

    [Fact]
    public async Task SlowSenders_OfEveryKind_LoseTheirConnectionAndNobodyElseNotices()
    {
        await using var twin = await StartAsync();
        using var connections = new ConnectionCount(twin.Origin.Port);
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        var slow = Starts.SelectMany(start => Enumerable.Repeat(start, OfEachKind)).Select(async start =>
        {
            using var connection = await RawConnection.OpenAsync(twin.Origin, bound.Token);
            await connection.SendAsync(start, bound.Token);
            return RawAnswer.ReadAll(await connection.ReadToEndAsync(bound.Token), toHead: false);
        }).ToArray();

        var served = await ServeUntilAsync(twin, Task.WhenAll(slow));

        Assert.True(served > 0);
        Assert.All(slow, s => Assert.All(s.Result, answer => Assert.Equal((408, 0), (answer.Status, answer.Body.Length))));
        await HostConformanceTests.UntilAsync(() => connections.Open <= 1);
        Assert.True(connections.Changes >= OfEachKind * Starts.Length);
        Assert.Empty(twin.Jobs);
    }

    [Fact]
    public async Task SlowReaders_OfManyAnswers_LoseTheirConnectionAndNobodyElseNotices()
    {
        await using var twin = await StartAsync();
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        var batch = string.Concat(Enumerable.Repeat($"GET {await OutputAsync(twin)} HTTP/1.1\r\nHost: x\r\n\r\n", 1000));

        // Asks on and on for files and takes none, until the server hangs up.
        var slow = Enumerable.Range(0, 3).Select(async _ =>
        {
            using var connection = await RawConnection.OpenAsync(twin.Origin, bound.Token);
            while (await connection.SendAsync(batch, bound.Token))
            {
            }
        }).ToArray();

        Assert.True(await ServeUntilAsync(twin, Task.WhenAll(slow)) > 0);
    }

    [SkippableTheory]
    [InlineData("-H", "slow heads")]
    [InlineData("-B", "slow bodies")]
    [InlineData("-X", "slow reads")]
    public async Task SlowHttpTest_AnyAttack_LeavesTheTwinAvailable(string attack, string what)
    {
        Skip.IfNot(File.Exists(SlowHttpTest), "needs slowhttptest (Debian: slowhttptest)");
        await using var twin = await StartAsync();
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        using var process = Process.Start(new ProcessStartInfo(
            SlowHttpTest, [attack, "-c", "200", "-r", "200", "-i", "2", "-l", "4", "-p", "20", "-u", new Uri(twin.Origin, "/v2/pixverse-text2video").ToString()]) { RedirectStandardOutput = true })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(bound.Token);
            var served = await ServeUntilAsync(twin, process.WaitForExitAsync(bound.Token));

            Assert.True(served > 0, what);
            Assert.Matches("service available:[^A-Z]*YES", await output);
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task<string> OutputAsync(PixverseTwin twin)
    {
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        using var submit = new HttpRequestMessage(HttpMethod.Post, new Uri(twin.Origin, "/v2/pixverse-text2video"))
        {
            Content = new StringContent(HostUnderTest.Body(), System.Text.Encoding.UTF8, "application/json"),
        };
        submit.Headers.Add("x-api-key", HostUnderTest.Key);
        var submitted = await HostUnderTest.JsonAsync(await http.SendAsync(submit, CancellationToken.None));
        twin.Advance(TimeSpan.FromMinutes(10));
        using var read = new HttpRequestMessage(HttpMethod.Get, submitted.GetProperty("response_url").GetString());
        read.Headers.Add("x-api-key", HostUnderTest.Key);
        var result = await HostUnderTest.JsonAsync(await http.SendAsync(read, CancellationToken.None));
        return new Uri(result.GetProperty("output").GetString()!).AbsolutePath;
    }

    private static Task<PixverseTwin> StartAsync() =>
        PixverseTwin.StartAsync(new PixverseTwinOptions { Twin = new TwinOptions { ManualClock = true }, Connections = Impatient }, TimeProvider.System);

    // Somebody else's calls, one after the other, for as long as something lasts: each must be answered.
    private static async Task<int> ServeUntilAsync(PixverseTwin twin, Task end)
    {
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        for (var served = 0; ; served++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(twin.Origin, "/v1/get-user-credits"));
            request.Headers.Add("x-api-key", HostUnderTest.Key);
            using var answer = await http.SendAsync(request, CancellationToken.None);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            if (end.IsCompleted)
            {
                await end;
                return served;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }
}
