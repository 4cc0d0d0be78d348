using System.Collections.Concurrent;
using System.Text.Json;
using PixverseHarness.Contract.Errors;
using PixverseHarness.IntegrationTests.Hosts;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;

namespace PixverseHarness.IntegrationTests.Fire;

/// <summary>Ten thousand malformed requests over raw sockets, and what they must not bring about.</summary>
public sealed class MalformedRequestsTests
{
    private const int Requests = 10_000;
    private const int Callers = 16;

    // What Kestrel answers by itself to what is no HTTP, without a body; docs/under-fire.md lists them.
    private static readonly int[] OwnRefusals = [400, 405, 408, 411, 413, 414, 431, 501, 505];
    private static readonly HashSet<int> ContractStatuses = [200, .. ErrorCauses.All.Select(c => c.Status)];

    [Fact]
    public async Task TenThousand_OfEveryKind_AreAnsweredByTheContractAndLeaveNothingBehind()
    {
        var faults = new ConcurrentQueue<Exception>();
        using var logs = new LogCapture();

        // Fast enough that a held v1 call ends at once, so that nothing has to be waited for.
        var options = new PixverseTwinOptions { Twin = new TwinOptions { Pace = 1_000_000, MaxSessions = 20 }, OnFault = faults.Enqueue, Logs = logs };
        await using var twin = await PixverseTwin.StartAsync(options, TimeProvider.System);
        using var connections = new ConnectionCount(twin.Origin.Port);
        var storm = new ConcurrentQueue<Malformed>(new MalformedRequests(seed: 8).Take(Requests));
        var complaints = new ConcurrentDictionary<string, string>();
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(3), TimeProvider.System);

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => SendAllAsync(twin.Origin, storm, complaints, bound.Token)));

        Assert.True(complaints.IsEmpty, string.Join('\n', complaints.Select(c => $"{c.Key} to {c.Value}").Order().Take(40)));
        Assert.Empty(faults.Select(f => f.ToString()).Distinct().Take(5));
        Assert.Empty(logs.Complaints.Distinct().Take(5));
        await HostConformanceTests.UntilAsync(() => connections.Open == 0);
        Assert.True(connections.Changes >= 2 * Requests);
        Assert.True(twin.Core.SessionNames.Count <= 20);
        Assert.Equal(10_000, twin.Core.Options.JournalCapacity);
        Assert.True(twin.Journal.Count <= 10_000);
        Assert.All(twin.Ledger, line => Assert.Equal(line.Opening, line.Balance + line.Charged));
    }

    private static async Task SendAllAsync(Uri origin, ConcurrentQueue<Malformed> storm, ConcurrentDictionary<string, string> complaints, CancellationToken cancellationToken)
    {
        while (storm.TryDequeue(out var request))
        {
            using var connection = await RawConnection.OpenAsync(origin, cancellationToken);
            var sending = connection.SendAsync(request.Bytes, cancellationToken);
            if (request.Ending == MalformedEnding.Leave)
            {
                await sending;
                connection.Reset();
                continue;
            }

            try
            {
                var bytes = await connection.ReadToEndAsync(cancellationToken);
                await sending;
                foreach (var complaint in Judge(request, RawAnswer.ReadAll(bytes, request.IsHead)))
                {
                    complaints.TryAdd($"{request.Kind}: {complaint}", Start(request));
                }
            }
            catch (Exception unreadable) when (unreadable is not OperationCanceledException)
            {
                complaints.TryAdd($"{request.Kind}: {unreadable.Message}", Start(request));
            }
            catch (OperationCanceledException)
            {
                complaints.TryAdd($"{request.Kind}: never closed", Start(request));
            }
        }
    }

    private static IEnumerable<string> Judge(Malformed request, List<RawAnswer> answers)
    {
        if (answers.Count == 0 && request.Ending == MalformedEnding.Answer)
        {
            yield return "no answer";
        }

        foreach (var answer in answers)
        {
            var isOwn = request.Ending == MalformedEnding.Refusal && answer.Body.Length == 0 && OwnRefusals.Contains(answer.Status);
            if (!isOwn && !request.IsHead && !IsOfTheContract(answer))
            {
                yield return $"{answer.Status} '{answer.ContentType}' '{answer.Text}'";
            }
        }
    }

    private static bool IsOfTheContract(RawAnswer answer)
    {
        if (answer.Status == 501)
        {
            return answer.Headers.ContainsKey("x-twin-unsupported");
        }

        return ContractStatuses.Contains(answer.Status) && answer.ContentType switch
        {
            "application/json" => IsObject(answer),
            "text/html; charset=utf-8" => answer.Status == 405 && answer.Text.Contains("Method Not Allowed", StringComparison.Ordinal),
            "video/mp4" => answer.Status == 200,
            _ => false,
        };
    }

    private static bool IsObject(RawAnswer answer)
    {
        using var json = JsonDocument.Parse(answer.Body);
        return json.RootElement.ValueKind == JsonValueKind.Object && (answer.Status == 200 || json.RootElement.GetProperty("error").GetString()!.Length > 0);
    }

    private static string Start(Malformed request) => JsonSerializer.Serialize(System.Text.Encoding.Latin1.GetString(request.Bytes.AsSpan(0, Math.Min(200, request.Bytes.Length))));
}
