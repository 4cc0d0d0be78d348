using System.Collections.Concurrent;
using System.Text;
using CsCheck;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Faults;
using PixverseHarness.Simulator.Journal;
using PixverseHarness.Simulator.Protocol;
using PixverseHarness.TestKit;
using static PixverseHarness.Simulator.Tests.TwinUnderTest;

namespace PixverseHarness.Simulator.Tests.Faults;

/// <summary>The plan says before a run what the journal says after it, under any number of callers.</summary>
public sealed class FaultPlanTests
{
    private const int Attempts = 6;

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public void Journal_OfAnyNumberOfCallers_IsThePlan(int callers)
    {
        Gen.Select(Gen.ULong, Gen.Double[0, 1], Gen.Int[1, 4], Gen.Bool).Sample(
            (seed, probability, last, observed) =>
            {
                var options = new TwinOptions
                {
                    Seed = seed,
                    Profile = observed ? Contract.Profiles.ApiProfile.Observed : Contract.Profiles.ApiProfile.Documented,
                    Faults =
                    [
                        Rule("submit", "bad_gateway", ApiOperation.Submit) with { Probability = probability, LastAttempt = last },
                        Rule("poll", "bad_gateway", ApiOperation.GetStatus) with { Probability = probability },
                        Rule("cut", "limit_data", ApiOperation.GetStatus) with { Probability = 0.5, FirstAttempt = last },
                        Rule("result", "reset_peer", ApiOperation.GetResult) with { Probability = probability },
                        Rule("never", "reset_peer", ApiOperation.GetResult) with { From = TimeSpan.FromHours(1) },
                    ],
                };
                var prompts = Enumerable.Range(0, 8).Select(i => $"prompt {i}").ToArray();

                var planned = prompts.SelectMany(p => Planned(options, p)).Order(StringComparer.Ordinal);

                Assert.Equal(planned, Journalled(options, prompts, callers).Order(StringComparer.Ordinal));
            },
            iter: callers == 1 ? 60 : 15);
    }

    [Fact]
    public void Of_ARamp_SaysFromWhenOnItMeets()
    {
        var rule = Rule("ramp", "bad_gateway", ApiOperation.Submit) with { From = TimeSpan.FromSeconds(10), Until = TimeSpan.FromSeconds(20), Probability = 0, RampTo = 1 };
        var options = new TwinOptions { Faults = [rule], Pace = 2 };

        var planned = Assert.Single(FaultPlan.Of(options, Key, Encoding.UTF8.GetBytes(Body()), attempts: 1));

        Assert.InRange(planned.From, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(10), planned.Until);
        Assert.Equal([200, 502], new[] { planned.From - TimeSpan.FromTicks(1), planned.From }.Select(instant =>
        {
            var twin = new TwinUnderTest(options);
            twin.Clock.Advance(instant);
            return StatusOf(twin.Submit());
        }));
    }

    private static IEnumerable<string> Planned(TwinOptions options, string prompt)
    {
        var plan = FaultPlan.Of(options, Key, Encoding.UTF8.GetBytes(Body(prompt)), Attempts).Where(p => p.From == TimeSpan.Zero).ToArray();
        return from operation in (ApiOperation[])[ApiOperation.Submit, ApiOperation.GetStatus, ApiOperation.GetResult]
               from attempt in Enumerable.Range(1, Attempts)
               where operation != ApiOperation.Submit || attempt <= FirstAccepted(plan)
               let rules = plan.Where(p => p.Operation == operation && p.Attempt == attempt).Select(p => p.Rule.Id)
               select $"{operation} {attempt} {string.Join(',', rules)}";
    }

    private static int FirstAccepted(PlannedFault[] plan) =>
        Enumerable.Range(1, Attempts).First(a => !plan.Any(p => p.Operation == ApiOperation.Submit && p.Attempt == a));

    // A body is posted until it is accepted, then its job is read; the bodies run side by side.
    private static IEnumerable<string> Journalled(TwinOptions options, string[] prompts, int callers)
    {
        var twin = new TwinCore(options, new MovedClock());
        var work = new ConcurrentQueue<string>(prompts);
        var threads = Enumerable.Range(0, callers).Select(_ => new Thread(() =>
        {
            while (work.TryDequeue(out var prompt))
            {
                Run(twin, prompt);
            }
        })).ToArray();
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
        return twin.Journal().Select(Line);
    }

    private static void Run(TwinCore twin, string prompt)
    {
        TwinAnswer answer;
        do
        {
            answer = Send(twin, "POST", "/v2/pixverse-text2video", Body(prompt));
        }
        while (StatusOf(answer) != 200);

        var id = Json(answer).GetProperty("request_id").GetString()!;

        // The reads of one job come from several callers at once: which caller gets which attempt does not matter.
        var readers = Enumerable.Range(0, Attempts).Select(_ => new Thread(() =>
        {
            Send(twin, "GET", $"/v2/requests/{id}/status", "");
            Send(twin, "GET", $"/v2/requests/{id}", "");
        })).ToArray();
        Array.ForEach(readers, t => t.Start());
        Array.ForEach(readers, t => t.Join());
    }

    private static TwinAnswer Send(TwinCore twin, string method, string path, string body) => twin.Handle(new TwinRequest
    {
        Method = method, Path = path, Origin = Origin, ApiKey = Key, ContentType = "application/json", Body = Encoding.UTF8.GetBytes(body),
    });

    private static string Line(JournalEntry entry) => $"{entry.Operation} {entry.Attempt} {entry.Faults}";

    private static FaultRule Rule(string id, string fault, ApiOperation operation) => new() { Id = id, Fault = FaultCatalogue.Create(fault)!, Operations = [operation] };
}
