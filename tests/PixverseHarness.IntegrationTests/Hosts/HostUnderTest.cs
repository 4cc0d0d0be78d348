using System.Text;
using System.Text.Json;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.InProcess;
using PixverseHarness.Simulator.Hosting.Kestrel;
using PixverseHarness.TestKit;
using PixverseHarness.WireMock;

namespace PixverseHarness.IntegrationTests.Hosts;

/// <summary>A twin with a manual clock behind one of its hosts, and short ways to call it.</summary>
internal sealed class HostUnderTest : IAsyncDisposable
{
    public const string Key = "SG_0123456789abcdef";
    private readonly Func<ValueTask> _stop;

    private HostUnderTest(Func<ValueTask> stop, TwinCore core, HttpMessageHandler handler, Uri origin)
    {
        _stop = stop;
        Core = core;
        Http = new HttpMessageInvoker(handler);
        Origin = origin;
    }

    public TwinCore Core { get; }

    public HttpMessageInvoker Http { get; }

    public Uri Origin { get; }

    public static async Task<HostUnderTest> StartAsync(HostKind kind, TwinOptions? options = null)
    {
        var twin = (options ?? new TwinOptions()) with { ManualClock = true };
        switch (kind)
        {
            case HostKind.InProcess:
                var core = new TwinCore(twin, new MovedClock());
                return new HostUnderTest(() => ValueTask.CompletedTask, core, new TwinMessageHandler(core), new Uri("http://twin.test"));
            case HostKind.WireMock:
                var wireMock = WireMockTwin.Start(new PixverseTwinOptions { Twin = twin }, new MovedClock());
                return new HostUnderTest(Stop(wireMock), wireMock.Core, Sockets(), wireMock.Origin);
            default:
                var kestrel = await PixverseTwin.StartAsync(new PixverseTwinOptions { Twin = twin }, new MovedClock());
                return new HostUnderTest(kestrel.DisposeAsync, kestrel.Core, Sockets(), kestrel.Origin);
        }
    }

    public static string Body(string prompt = "a red fox") => JsonSerializer.Serialize(
        new { prompt, aspect_ratio = "9:16", duration = 8, motion_mode = "normal", quality = "360p" });

    public Task<HttpResponseMessage> SubmitAsync(string prompt = "a red fox", string session = "") => PostAsync($"{session}/v2/pixverse-text2video", Body(prompt));

    public async Task<string> SubmitIdAsync(string prompt = "a red fox") => (await JsonAsync(await SubmitAsync(prompt))).GetProperty("request_id").GetString()!;

    public Task<HttpResponseMessage> PostAsync(string path, string body, string? key = Key) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Origin, path)) { Content = new StringContent(body, Encoding.UTF8, "application/json") }, key);

    public Task<HttpResponseMessage> GetAsync(string path, string? key = Key) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Origin, path)), key);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? key = Key, CancellationToken cancellationToken = default)
    {
        if (key is not null)
        {
            request.Headers.Add("x-api-key", key);
        }

        return Http.SendAsync(request, cancellationToken);
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement;
    }

    /// <summary>Moves the twin's clock second by second until a call has its answer; at most an hour.</summary>
    public async Task<T> WhileTimePassesAsync<T>(Task<T> call)
    {
        for (var second = 0; second < 3600 && !call.IsCompleted; second++)
        {
            Core.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(call, Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System));
        }

        Assert.True(call.IsCompleted, "The call has no answer after an hour of the twin's clock.");
        return await call;
    }

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        return _stop();
    }

    private static SocketsHttpHandler Sockets() => new() { AllowAutoRedirect = false };

    private static Func<ValueTask> Stop(WireMockTwin twin) => () =>
    {
        twin.Dispose();
        return ValueTask.CompletedTask;
    };
}
