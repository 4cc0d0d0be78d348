using System.Collections.Concurrent;
using System.Text;
using PixverseHarness.IntegrationTests.Hosts;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;

namespace PixverseHarness.IntegrationTests.Secrets;

/// <summary>A key that is planted everywhere a client can put one, and looked for everywhere the twin speaks of itself.</summary>
public sealed class CanaryKeyTests
{
    private const string Canary = "SG_c0ffee00c0ffee00";
    private static readonly string[] AdminRoutes = ["health", "settings", "requests?limit=1000", "jobs", "ledger", "clock", "no-such-route"];

    [Fact]
    public async Task Canary_PlantedEverywhere_IsInNoJournalLogOrAdminAnswer()
    {
        var log = new ConcurrentQueue<string>();
        var options = new PixverseTwinOptions { Twin = new TwinOptions { RequestsPerMinute = 3 }, OnEntry = (session, entry) => log.Enqueue($"{session} {entry}") };
        await using var twin = await PixverseTwin.StartAsync(options, TimeProvider.System);
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());

        var answered = 0;
        foreach (var request in Requests(twin.Origin))
        {
            using var answer = await http.SendAsync(request, CancellationToken.None);
            answered++;
        }

        foreach (var route in AdminRoutes)
        {
            using var answer = await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(twin.Origin, $"/__admin/{route}")), CancellationToken.None);
            Hides(await answer.Content.ReadAsStringAsync());
        }

        Assert.Equal(answered, log.Count);
        Assert.All(log, Hides);
        Assert.All(twin.Core.Journal(), entry => Hides(entry.ToString()));
        Assert.All(twin.Core.Ledger(), line => Hides(line.ToString()));
        Assert.Contains("SG_***", string.Concat(log), StringComparison.Ordinal);
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
