using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Simulator.Journal;
using PixverseHarness.Simulator.Protocol;
using PixverseHarness.TestKit;
using static PixverseHarness.Simulator.Tests.TwinUnderTest;

namespace PixverseHarness.Simulator.Tests.Sessions;

/// <summary>Sixty-four callers on one job and on one balance, while time moves: what they saw could have come from one caller.</summary>
public sealed class LinearizabilityTests
{
    private const int Callers = 64;
    private const int CallsEach = 250;
    private static readonly MicroDollars Opening = PriceTable.Lowest * 40;

    [ThreadStatic]
    private static JournalEntry _latest;

    private readonly MovedClock _clock = new();
    private readonly TwinCore _twin;
    private long _places;

    public LinearizabilityTests() =>
        _twin = new TwinCore(new TwinOptions { Credits = Opening, FailureRate = 0.3, JournalCapacity = 0 }, _clock, static (_, entry) => _latest = entry);

    [Fact]
    public void History_OfSixtyFourCallers_IsThatOfOneCaller()
    {
        var history = Record();

        Assert.Equal((Callers * CallsEach) + 1, history.Count);
        Assert.Empty(new SequentialModel(Opening, Jobs()).FaultsOf(history).Take(5));
        Assert.Contains(history, c => c is { Operation: ApiOperation.Submit, Status: 406 });
        Assert.Contains(history, c => c is { Operation: ApiOperation.GetStatus, Said: "COMPLETED" or "FAILED" });
        Assert.True(history.Where(c => c.Operation == ApiOperation.GetCredits).Select(c => c.Said).Distinct().Count() > 2);
    }

    [Fact]
    public void History_WithTwoAnswersChanged_IsNoOnesCaller()
    {
        var history = Record();
        var read = history.FindIndex(c => c.Operation == ApiOperation.GetStatus);
        var credits = history.FindIndex(c => c.Operation == ApiOperation.GetCredits);
        history[read] = history[read] with { Said = "CANCELLED" };
        history[credits] = history[credits] with { Said = "1" };

        Assert.Equal(2, new SequentialModel(Opening, Jobs()).FaultsOf(history).Count());
    }

    [Fact]
    public void History_WithACallBeforeOneThatHadReturned_IsNoOnesCaller()
    {
        var history = Record().OrderBy(c => c.Number).ToList();
        var (first, last) = (history[0], history[^1]);
        history[0] = first with { Number = last.Number };
        history[^1] = last with { Number = first.Number };

        Assert.Contains(new SequentialModel(Opening, Jobs()).FaultsOf(history), f => f.Contains("returned before", StringComparison.Ordinal));
    }

    private List<Call> Record()
    {
        var history = new ConcurrentBag<Call>();
        var shared = Submit("the shared job");
        history.Add(shared);
        var threads = Enumerable.Range(0, Callers).Select(caller => new Thread(() =>
        {
            for (var i = 0; i < CallsEach; i++)
            {
                history.Add(((caller + i) % 5) switch
                {
                    0 => Submit($"caller {caller}"),
                    1 => Do(ApiOperation.GetCredits, "/v1/get-user-credits", null),
                    2 => Do(ApiOperation.GetResult, $"/v2/requests/{shared.Job}", shared.Job),
                    _ => Do(ApiOperation.GetStatus, $"/v2/requests/{shared.Job}/status", shared.Job),
                });
                if (i % 25 == 0)
                {
                    _clock.Advance(TimeSpan.FromMilliseconds(100));
                }
            }
        })).ToArray();
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
        return [.. history];
    }

    private Dictionary<string, Simulator.Jobs.JobSnapshot> Jobs() => _twin.Jobs().ToDictionary(j => j.Id, StringComparer.Ordinal);

    private Call Submit(string prompt) => Do(ApiOperation.Submit, "/v2/pixverse-text2video", null, Body(prompt));

    private Call Do(ApiOperation operation, string path, string? job, string? body = null)
    {
        var request = new TwinRequest
        {
            Method = body is null ? "GET" : "POST", Path = path, Origin = Origin, ApiKey = Key, ContentType = "application/json", Body = System.Text.Encoding.UTF8.GetBytes(body ?? ""),
        };
        var invoked = Interlocked.Increment(ref _places);
        var answer = _twin.Handle(request);
        var returned = Interlocked.Increment(ref _places);
        var json = JsonDocument.Parse(Plain(answer).Body).RootElement;
        var said = json.TryGetProperty("status", out var state) ? state.GetString()!
            : json.TryGetProperty("credits", out var credits) ? credits.GetDecimal().ToString("0.######", CultureInfo.InvariantCulture)
            : "";
        job ??= json.TryGetProperty("request_id", out var id) ? id.GetString() : null;
        return new Call(operation, job, invoked, returned, _latest.Number, _latest.At, StatusOf(answer), said);
    }
}
