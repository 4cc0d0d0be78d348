using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PixverseHarness.Benchmarks.Generator;

/// <summary>A twin in a process of its own, served by <c>pixverse simulate</c>; its books say how much work a program has really done.</summary>
internal sealed class ServedTwin : IDisposable
{
    /// <summary>The body that every program submits.</summary>
    public const string Body = """{"prompt":"a red fox","aspect_ratio":"16:9","duration":5,"motion_mode":"normal","quality":"540p"}""";

    private readonly Process _process;
    private readonly HttpClient _http = new();

    private ServedTwin(Process process, Uri origin)
    {
        _process = process;
        Origin = origin;
        _http.BaseAddress = origin;
        _http.DefaultRequestHeaders.Add("x-api-key", Programs.Key);
    }

    /// <summary>Where it listens.</summary>
    public Uri Origin { get; }

    /// <summary>Serves a twin whose jobs all take <paramref name="serviceTime"/>.</summary>
    public static ServedTwin Start(string folder, string serviceTime)
    {
        var scenario = Path.Combine(folder, $"twin-{serviceTime}.json");
        File.WriteAllText(scenario, $$"""{ "name": "twin", "purpose": "A target.", "twin": { "serviceTime": "{{serviceTime}}" } }""");
        var process = Programs.Start(Programs.Pixverse("simulate", "--port", "0", "--seed", "1", "--output", "json", "--scenario", scenario));
        var line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The twin did not start.");
        using var document = JsonDocument.Parse(line);
        return new ServedTwin(process, new Uri(document.RootElement.GetProperty("listening").GetString()!));
    }

    /// <summary>Requests that it has answered, those of its admin API aside.</summary>
    public async Task<long> RequestsAsync() => (await AdminAsync("requests?limit=1")).GetProperty("total").GetInt64();

    /// <summary>Jobs that have completed.</summary>
    public async Task<long> CompletedAsync() => (await AdminAsync("ledger")).GetProperty("accounts").EnumerateArray()
        .Sum(static account => account.GetProperty("jobs").GetProperty("completed").GetInt64());

    /// <summary>Submits jobs and gives back their ids.</summary>
    public async Task<string[]> SubmitAsync(int count)
    {
        var ids = new string[count];
        for (var i = 0; i < count; i++)
        {
            using var content = new StringContent(Body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
            using var response = await _http.PostAsync("/v2/pixverse-text2video", content);
            using var document = JsonDocument.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync());
            ids[i] = document.RootElement.GetProperty("request_id").GetString()!;
        }

        return ids;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        Programs.End(_process);
    }

    private async Task<JsonElement> AdminAsync(string path)
    {
        using var document = JsonDocument.Parse(await _http.GetByteArrayAsync($"/__admin/{path}"));
        return document.RootElement.Clone();
    }
}
