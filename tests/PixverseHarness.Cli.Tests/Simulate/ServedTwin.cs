using System.Net;
using System.Text;
using System.Text.Json;

namespace PixverseHarness.Cli.Tests.Simulate;

/// <summary>A <c>pixverse simulate</c> that runs in process on a loopback port until it is stopped.</summary>
internal sealed class ServedTwin : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Pixverse _pixverse;
    private readonly Task<Pixverse.Run> _running;
    private readonly HttpClient _http;

    private ServedTwin(Pixverse pixverse, Task<Pixverse.Run> running, Uri origin)
    {
        _pixverse = pixverse;
        _running = running;
        Origin = origin;
        _http = new HttpClient { BaseAddress = origin };
    }

    /// <summary>Where it listens.</summary>
    public Uri Origin { get; }

    /// <summary>Starts it and waits for its first line.</summary>
    public static Task<ServedTwin> StartAsync(params string[] options) => StartAsync(options, variables: []);

    /// <summary>Starts it in an environment and waits for its first line.</summary>
    public static async Task<ServedTwin> StartAsync(string[] options, Dictionary<string, string> variables)
    {
        var firstLine = new FirstLineWriter();
        var pixverse = new Pixverse { Clock = Pixverse.RealClock, OutputInstead = firstLine };
        foreach (var (name, value) in variables)
        {
            pixverse.Variables.Add(name, value);
        }

        var running = pixverse.RunAsync(["simulate", .. options]);
        var line = firstLine.FirstLine;
        await Task.WhenAny(line, running).WaitAsync(Patience, Pixverse.RealClock);
        Assert.True(line.IsCompletedSuccessfully, running.IsCompleted ? (await running).Error : "no line came");
        return new ServedTwin(pixverse, running, new Uri((await line)[(await line).IndexOf("http", StringComparison.Ordinal)..].Split('"')[0]));
    }

    /// <summary>Submits a job.</summary>
    public async Task<HttpStatusCode> SubmitAsync(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v2/pixverse-text2video")
        {
            Content = new StringContent(
                """{"prompt":"a red fox","aspect_ratio":"16:9","duration":5,"motion_mode":"normal","quality":"540p"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("x-api-key", key);
        using var response = await _http.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Reads a JSON document.</summary>
    public async Task<JsonDocument> GetJsonAsync(string path) => JsonDocument.Parse(await _http.GetStringAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Waits until it ends by itself.</summary>
    public Task<Pixverse.Run> EndAsync() => _running.WaitAsync(Patience, Pixverse.RealClock);

    /// <summary>Sends a request.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    /// <summary>Asks it to stop and waits for its end.</summary>
    public async Task<Pixverse.Run> StopAsync()
    {
        await _pixverse.Stop.CancelAsync();
        var run = await _running.WaitAsync(Patience, Pixverse.RealClock);
        return run with { Output = _pixverse.OutputInstead!.ToString()! };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _http.Dispose();
    }

    private sealed class FirstLineWriter : StringWriter
    {
        private readonly TaskCompletionSource<string> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public FirstLineWriter() => NewLine = "\n";

        public Task<string> FirstLine => _first.Task;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            _first.TrySetResult(value ?? "");
        }
    }
}
