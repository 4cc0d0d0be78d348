using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using System.Text.Json;
using PixverseHarness.IntegrationTests.Hosts;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;

namespace PixverseHarness.IntegrationTests.Secrets;

/// <summary>A key that is planted everywhere a client can put one, and looked for everywhere the twin speaks of itself.</summary>
public sealed class CanaryKeyTests
{
    private const string Canary = "SG_c0ffee00c0ffee00";
    private static readonly string[] MoreAdminPaths = ["/requests?limit=1000", "/no-such-route", $"/{Canary}", $"/jobs?key={Canary}", $"/jobs?{Canary}={Canary}"];

    // Bodies that are read, and bodies that are refused with what is wrong in them.
    private static readonly string[] AdminBodies =
    [
        $$"""{"{{Canary}}":"{{Canary}}"}""",
        $$"""{"fault":"{{Canary}}"}""",
        $$"""{"action":"{{Canary}}"}""",
        $$"""{"key":"{{Canary}}","requests":1,"timeout":"1ms"}""",
        $$"""{"job":"{{Canary}}","state":"COMPLETED"}""",
        $$"""{"name":"canary","keys":["{{Canary}}"]}""",
        $$"""{"name":"canary","keys":["{{Canary}}",5]}""",
        $$"""{"state":"FAILED","message":"{{Canary}}"}""",
        $$"""{"method":"{{Canary}}","url":"/{{Canary}}"}""",
        $$"""{"urlPathPattern":"({{Canary}}"}""",
        $$"""{"{{Canary}}""",
    ];

    [Fact]
    public async Task Canary_PlantedEverywhere_IsInNoJournalLogMetricOrAdminAnswer()
    {
        var log = new ConcurrentQueue<string>();
        var options = new PixverseTwinOptions { Twin = new TwinOptions { RequestsPerMinute = 3 }, OnEntry = (session, entry) => log.Enqueue($"{session} {entry}") };
        await using var twin = await PixverseTwin.StartAsync(options, TimeProvider.System);
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());

        var measured = new ConcurrentQueue<string>();
        using var meters = Listen(twin.Core, measured);
        var answered = 0;
        foreach (var request in Requests(twin.Origin))
        {
            using var answer = await http.SendAsync(request, CancellationToken.None);
            answered++;
        }

        var asked = 0;
        foreach (var request in await AdminRequestsAsync(http, twin.Origin))
        {
            using var answer = await http.SendAsync(request, CancellationToken.None);
            Hides(await answer.Content.ReadAsStringAsync());
            Hides(answer.Headers.ToString());
            asked++;
        }

        meters.RecordObservableInstruments();
        Assert.True(asked > 150, "Not every route was asked.");
        Assert.True(measured.Count > 20, "Not every instrument was read.");
        Assert.All(measured, Hides);
        Assert.Equal(answered, log.Count);
        Assert.All(log, Hides);
        Assert.All(twin.Core.Journal(), entry => Hides(entry.ToString()));
        Assert.All(twin.Core.Ledger(), line => Hides(line.ToString()));
        Assert.Contains("SG_***", string.Concat(log), StringComparison.Ordinal);
    }

    // Every route of the admin API's own list, with the key in path, query, headers and body.
    private static async Task<IReadOnlyList<HttpRequestMessage>> AdminRequestsAsync(HttpMessageInvoker http, Uri origin)
    {
        using var index = await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(origin, "/__admin")), CancellationToken.None);
        using var list = JsonDocument.Parse(await index.Content.ReadAsStringAsync());
        var routes = list.RootElement.GetProperty("routes").EnumerateArray().Select(r => (Method: r.GetProperty("method").GetString()!, Path: r.GetProperty("path").GetString()!));
        var reads = routes.Select(r => r.Path).Distinct(StringComparer.Ordinal).Concat(MoreAdminPaths).Select(p => Request("GET", p, body: null));
        var writes = routes.Where(r => r.Method is "POST" or "PUT").SelectMany(r => AdminBodies.Select(b => Request(r.Method, r.Path, b)));

        // What forgets the journal comes last.
        var forgets = routes.Where(r => r.Method == "DELETE").Select(r => Request(r.Method, r.Path, body: null));
        return [.. writes.OrderBy(r => r.RequestUri!.AbsolutePath.EndsWith("/reset", StringComparison.Ordinal)), .. reads, .. forgets.Reverse(), .. MoreAdminPaths.Select(p => Request("GET", p, body: null))];

        HttpRequestMessage Request(string method, string path, string? body)
        {
            var request = new HttpRequestMessage(new HttpMethod(method), new Uri(origin, "/__admin" + path.Replace("{id}", Canary, StringComparison.Ordinal).Replace("{name}", Canary, StringComparison.Ordinal).Replace("{number}", Canary, StringComparison.Ordinal)));
            request.Headers.Add("x-api-key", Canary);
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Canary}");
            request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
            return request;
        }
    }

    private static MeterListener Listen(TwinCore core, ConcurrentQueue<string> measured)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, core) || instrument.Meter.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => See(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => See(instrument, tags));
        listener.Start();
        return listener;

        void See(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) => measured.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray())}");
    }

    private static void Hides(string text) => Assert.DoesNotContain(Canary, text, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<HttpRequestMessage> Requests(Uri origin)
    {
        foreach (var path in new[] { "/v2/pixverse-text2video", $"/v2/requests/{Canary}", $"/v2/requests/{Canary}/status", $"/{Canary}", $"/v2/{Canary}", "/v1/get-user-credits" })
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Delete })
            {
                var request = new HttpRequestMessage(method, new Uri(origin, path + "?key=" + Canary));
                request.Headers.Add("x-api-key", Canary);
                request.Headers.TryAddWithoutValidation("Prefer", $"cause={Canary}");
                if (method == HttpMethod.Post)
                {
                    request.Content = new StringContent(HostUnderTest.Body($"a fox {Canary} [[{Canary}]]"), Encoding.UTF8, "application/json");
                }

                yield return request;
            }
        }

        var bearer = new HttpRequestMessage(HttpMethod.Post, new Uri(origin, "/v2/pixverse-text2video")) { Content = new StringContent($"{{\"{Canary}\":", Encoding.UTF8, "application/json") };
        bearer.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Canary}");
        yield return bearer;

        var keyInPathOnly = new HttpRequestMessage(HttpMethod.Get, new Uri(origin, $"/v2/requests/{Canary}/status"));
        yield return keyInPathOnly;
    }
}
