using System.Text.Json;

namespace PixverseHarness.IntegrationTests.Load;

/// <summary><c>pixverse simulate</c> in a process of its own, with a session for whoever needs an account to himself.</summary>
internal sealed class ServedTwin : IDisposable
{
    private readonly PixverseProcess _process;
    private readonly HttpClient _http = new();

    private ServedTwin(PixverseProcess process, Uri origin)
    {
        _process = process;
        Origin = origin;
    }

    /// <summary>Where it listens.</summary>
    public Uri Origin { get; }

    /// <summary>Serves the twin of a scenario on a free port.</summary>
    public static async Task<ServedTwin> StartAsync(string scenarioFile)
    {
        var process = PixverseProcess.Start("simulate", "--port", "0", "--scenario", scenarioFile, "--output", "json");
        using var listening = JsonDocument.Parse(await process.FirstLineAsync());
        return new ServedTwin(process, new Uri(listening.RootElement.GetProperty("listening").GetString()!));
    }

    /// <summary>The address of a session.</summary>
    public Uri Session(string name) => new(Origin, $"/s/{name}");

    /// <summary>Reads the admin API of a session.</summary>
    public async Task<JsonElement> AdminAsync(string session, string what)
    {
        using var document = JsonDocument.Parse(await _http.GetStringAsync(new Uri(Origin, $"/s/{session}/__admin/{what}")));
        return document.RootElement.Clone();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _process.Dispose();
    }
}
