using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PixverseHarness.Benchmarks.Generator;

/// <summary>
/// The baseline: what a C# programmer would write in ten minutes with <see cref="HttpMessageInvoker"/> and Task.Delay. It
/// measures nothing, keeps nothing and judges nothing.
/// </summary>
internal sealed class BareLoop(Uri origin) : IDisposable
{
    private readonly HttpMessageInvoker _invoker = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>Polls <paramref name="jobs"/> jobs for ever, each every <paramref name="every"/>; without a pause when that is zero.</summary>
    public Task PollAsync(string[] ids, int jobs, TimeSpan every)
    {
        return Task.WhenAll(Enumerable.Range(0, jobs).Select(One));

        async Task One(int number)
        {
            // Spread over the interval, as arrivals spread them.
            await Task.Delay(every * number / jobs);
            var status = new Uri(origin, $"/v2/requests/{ids[number % ids.Length]}/status");
            while (true)
            {
                await SendAsync(HttpMethod.Get, status);
                if (every > TimeSpan.Zero)
                {
                    await Task.Delay(every);
                }
            }
        }
    }

    /// <summary>Starts <paramref name="rate"/> jobs a second for ever, and takes each through submit, polls and result.</summary>
    public async Task RunJobsAsync(double rate, TimeSpan every)
    {
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        for (var number = 0L; ; number++)
        {
            var wait = TimeSpan.FromSeconds(number / rate) - clock.GetElapsedTime(start);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait);
            }

            _ = JobAsync(every);
        }
    }

    /// <summary>The modes <c>bare-polls ORIGIN IDS JOBS MILLISECONDS</c> and <c>bare-jobs ORIGIN RATE MILLISECONDS</c>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        using var loop = new BareLoop(new Uri(args[1]));
        await (args[0] == "bare-polls"
            ? loop.PollAsync(await File.ReadAllLinesAsync(args[2]), Number(args[3]), TimeSpan.FromMilliseconds(Number(args[4])))
            : loop.RunJobsAsync(Number(args[2]), TimeSpan.FromMilliseconds(Number(args[3]))));
        return 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _invoker.Dispose();

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private async Task JobAsync(TimeSpan every)
    {
        using var submitted = JsonDocument.Parse(await SendAsync(HttpMethod.Post, new Uri(origin, "/v2/pixverse-text2video"), ServedTwin.Body));
        var status = new Uri(submitted.RootElement.GetProperty("status_url").GetString()!);
        var result = new Uri(submitted.RootElement.GetProperty("response_url").GetString()!);
        string? state;
        do
        {
            await Task.Delay(every);
            using var polled = JsonDocument.Parse(await SendAsync(HttpMethod.Get, status));
            state = polled.RootElement.GetProperty("status").GetString();
        }
        while (state is not ("COMPLETED" or "FAILED"));
        await SendAsync(HttpMethod.Get, result);
    }

    private async Task<byte[]> SendAsync(HttpMethod method, Uri uri, string? body = null)
    {
        using var request = new HttpRequestMessage(method, uri);
        request.Headers.TryAddWithoutValidation("x-api-key", Programs.Key);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        using var response = await _invoker.SendAsync(request, CancellationToken.None);
        return response.StatusCode == HttpStatusCode.OK
            ? await response.Content.ReadAsByteArrayAsync()
            : throw new InvalidOperationException($"{uri.AbsolutePath} answered {(int)response.StatusCode}.");
    }
}
