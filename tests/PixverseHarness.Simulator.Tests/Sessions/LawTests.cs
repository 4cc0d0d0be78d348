using System.Collections.Concurrent;
using System.Globalization;
using CsCheck;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Simulator.Faults;
using PixverseHarness.TestKit;
using static PixverseHarness.Simulator.Tests.TwinUnderTest;

namespace PixverseHarness.Simulator.Tests.Sessions;

/// <summary>What holds for every sequence of calls.</summary>
public sealed class LawTests
{
    private static readonly string[] Prompts = ["fox", "[[generation_failed]]", "[[content_blocked]]", "[[stuck_processing]]", "[[lost_answer]]", "[[server_error]]"];

    private static readonly Gen<(int Prompt, int Seconds)[]> Histories = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 400]).Array[1, 40];

    [Fact]
    public void Credits_AnyHistory_AreConservedAndNeverNegative()
    {
        Gen.Select(Histories, Gen.Int[0, 5]).Sample((history, dollars) =>
        {
            var twin = new TwinUnderTest(new TwinOptions { Credits = MicroDollars.FromDollars(dollars), Workers = 3, FailureRate = 0.2 });
            foreach (var (prompt, seconds) in history)
            {
                twin.Submit(Prompts[prompt]);
                twin.Clock.Advance(TimeSpan.FromSeconds(seconds));
                foreach (var line in twin.Core.Ledger())
                {
                    Assert.Equal(line.Opening, line.Balance + line.Charged);
                    Assert.True(line.Reserved >= MicroDollars.Zero && line.Balance >= line.Reserved);
                    Assert.Equal(PriceTable.Lowest * line.Jobs.Completed, line.Charged);
                }
            }

            twin.Clock.Advance(TimeSpan.FromDays(1));
            Assert.All(twin.Core.Ledger(), line => Assert.Equal(MicroDollars.Zero, line.Reserved));
        });
    }

    [Fact]
    public void RemainingCredits_OfAFinishedJob_NeverChange()
    {
        Histories.Sample(history =>
        {
            var twin = new TwinUnderTest();
            var first = twin.SubmitId("the first");
            twin.Clock.Advance(TimeSpan.FromMinutes(5));
            var seen = Text(twin.Status(first));
            foreach (var (prompt, seconds) in history)
            {
                twin.Submit(Prompts[prompt]);
                twin.Clock.Advance(TimeSpan.FromSeconds(Math.Min(seconds, 60)));
                Assert.Equal(seen, Text(twin.Status(first)));
            }
        });
    }

    [Fact]
    public void State_AnyPollPattern_NeverRegresses()
    {
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 20_000].Array[1, 60]).Sample((prompt, gaps) =>
        {
            var twin = new TwinUnderTest(new TwinOptions { Workers = 1 });
            var id = twin.SubmitId(Prompts[prompt]);
            var last = JobState.Queued;
            foreach (var gap in gaps)
            {
                twin.Clock.Advance(TimeSpan.FromMilliseconds(gap));
                foreach (var answer in new[] { twin.Status(id), twin.Result(id) })
                {
                    var state = JobStates.Parse(Json(answer).GetProperty("status").GetString())!.Value;
                    Assert.True(last.CanBeSeenAfter(state), $"{last} then {state}");
                    last = state;
                }
            }
        });
    }

    [Fact]
    public void State_ManyPollersWhileTimeMoves_NeverRegresses()
    {
        var twin = new TwinUnderTest(new TwinOptions { Workers = 4 });
        var ids = Enumerable.Range(0, 16).Select(i => twin.SubmitId($"job {i}")).ToArray();
        var mover = new Thread(() =>
        {
            for (var i = 0; i < 2_000; i++)
            {
                twin.Clock.Advance(TimeSpan.FromMilliseconds(200));
            }
        });
        var regressions = new ConcurrentBag<string>();
        var pollers = Enumerable.Range(0, 8).Select(p => new Thread(() =>
        {
            var last = new JobState[ids.Length];
            for (var i = 0; i < 4_000; i++)
            {
                var job = (i + p) % ids.Length;
                var state = JobStates.Parse(Json(twin.Status(ids[job])).GetProperty("status").GetString())!.Value;
                if (!last[job].CanBeSeenAfter(state))
                {
                    regressions.Add($"{last[job]} then {state}");
                }

                last[job] = state;
            }
        })).ToArray();

        mover.Start();
        Array.ForEach(pollers, t => t.Start());
        Array.ForEach(pollers, t => t.Join());
        mover.Join();

        Assert.Empty(regressions);
        Assert.Equal(32_000 + 16, twin.Core.Journal()[^1].Number);
    }

    [Fact]
    public void Reset_AtTheStatedInstant_AdmitsTheFirstLAndOneTickEarlierNone()
    {
        Gen.Select(Gen.Int[1, 6], Gen.Long[0, TimeSpan.TicksPerMinute * 3], Gen.Int[1, 90]).Sample((limit, offset, pace) =>
        {
            var twin = new TwinUnderTest(new TwinOptions { RequestsPerMinute = limit, Pace = pace });
            twin.Clock.Advance(TimeSpan.FromTicks(offset));
            for (var i = 0; i < limit; i++)
            {
                Assert.Equal(200, StatusOf(twin.Submit()));
            }

            var refused = twin.Submit();
            Assert.Equal(429, StatusOf(refused));
            var reset = DateTimeOffset.Parse(Header(refused, "x-rate-limit-reset-at-utc")!, CultureInfo.InvariantCulture);
            twin.Clock.Advance(reset - twin.Clock.GetUtcNow() - TimeSpan.FromTicks(1));
            Assert.Equal(429, StatusOf(twin.Submit()));
            twin.Clock.Advance(TimeSpan.FromTicks(1));
            Assert.Equal([.. Enumerable.Repeat(200, limit), 429], Enumerable.Range(0, limit + 1).Select(_ => StatusOf(twin.Submit())));
        });
    }

    [Fact]
    public void Fates_OneOr32Callers_AreTheSame()
    {
        var rule = new FaultRule { Id = "sometimes", Fault = FaultCatalogue.Create("bad_gateway")!, Operations = [ApiOperation.Submit], Probability = 0.3 };
        var options = new TwinOptions { Seed = 7, FailureRate = 0.3, Faults = [rule] };
        var prompts = Enumerable.Range(0, 640).Select(i => $"job {i % 200}").ToArray();

        var alone = FatesOf(options, prompts, callers: 1);
        var together = FatesOf(options, prompts, callers: 32);
        var otherSeed = FatesOf(options with { Seed = 8 }, prompts, callers: 1);

        Assert.Equal(alone, together);
        Assert.NotEqual(alone, otherSeed);
        Assert.InRange(alone.Count, 380, 510);
    }

    [Fact]
    public void Clock_Frozen_HoldsTransitionsWindowsRetentionAndLatencyAlike()
    {
        var twin = new TwinUnderTest(new TwinOptions { ManualClock = true, RequestsPerMinute = 2 });
        var id = twin.SubmitId("[[latency:5s@status*1]]");
        twin.Clock.Advance(TimeSpan.FromDays(1));

        var late = twin.Status(id);
        var wait = Assert.IsType<Simulator.Protocol.TwinStep.Wait>(late.Steps[0]);
        var delayed = Task.Delay(wait.For, late.Clock);
        Assert.Equal("QUEUED", Json(twin.Status(id)).GetProperty("status").GetString());
        Assert.Equal(200, StatusOf(twin.Submit()));
        Assert.Equal(429, StatusOf(twin.Submit()));
        Assert.False(delayed.IsCompleted);

        twin.Core.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.True(delayed.IsCompleted);
        twin.Core.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal("COMPLETED", Json(twin.Status(id)).GetProperty("status").GetString());
        Assert.Equal(200, StatusOf(twin.Submit()));
        twin.Core.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(404, StatusOf(twin.Status(id)));
    }

    private static SortedSet<string> FatesOf(TwinOptions options, string[] prompts, int callers)
    {
        var clock = new MovedClock();
        var twin = new TwinCore(options, clock);
        var ids = new ConcurrentBag<string>();
        var next = -1;
        var threads = Enumerable.Range(0, callers).Select(_ => new Thread(() =>
        {
            for (var i = Interlocked.Increment(ref next); i < prompts.Length; i = Interlocked.Increment(ref next))
            {
                var answer = twin.Handle(new Simulator.Protocol.TwinRequest
                {
                    Method = "POST", Path = "/v2/pixverse-text2video", Origin = Origin, ApiKey = Key, ContentType = "application/json",
                    Body = System.Text.Encoding.UTF8.GetBytes(Body(prompts[i])),
                });
                if (StatusOf(answer) == 200)
                {
                    ids.Add(Json(answer).GetProperty("request_id").GetString()!);
                }
            }
        })).ToArray();
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
        clock.Advance(TimeSpan.FromMinutes(30));
        return [.. ids.Select(id => id + Ending(twin, id))];
    }

    // The service time and the outcome; remaining credits depend on the order of arrival.
    private static string Ending(TwinCore twin, string id)
    {
        var answer = Json(twin.Handle(new Simulator.Protocol.TwinRequest { Method = "GET", Path = $"/v2/requests/{id}/status", Origin = Origin, ApiKey = Key }));
        return $" {answer.GetProperty("status")} {answer.GetProperty("metrics").GetProperty("inference_time")}";
    }
}
