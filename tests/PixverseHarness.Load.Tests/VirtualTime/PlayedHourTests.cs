using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Randomness;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Load.Tests.Engine;
using PixverseHarness.Load.Workloads;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Load.Tests.VirtualTime;

public sealed class PlayedHourTests
{
    [Fact]
    public void RunAsync_AnHourPlayedTwice_GivesTheSameSamplesToTheLastByte()
    {
        var first = Hour(seed: 1);

        var dump = first.Log.Dump();
        Assert.Equal(dump, Hour(seed: 1).Log.Dump());
        Assert.NotEqual(dump, Hour(seed: 2).Log.Dump());
        Assert.InRange(first.Result.Offered, 3_300, 3_900);
        Assert.Equal(first.Result.Offered, first.Result.Outcomes.Sum());
        Assert.True(first.Result.Count(JobOutcome.Completed) > 3_000);
        Assert.True(first.Result.Polls > 70_000);
    }

    private static Played Hour(ulong seed)
    {
        var service = new SeededStream(seed, "service");
        return Played.Run(
            clock => new ModelledService(clock, TimeSpan.Zero, workers: 60)
            {
                Service = ordinal => Time.Seconds(34 + (20 * service.Unit(ordinal))),
                SubmitTime = Time.Milliseconds(40),
                PollTime = Time.Milliseconds(15),
                OnPoll = job => service.Fork(job.Ordinal).Unit((long)clock.Elapsed.TotalSeconds) < 0.01 ? StepAnswer.NoAnswer("connection_reset") : null,
            },
            new LoadOptions
            {
                Schedule = LoadSchedule.Of([new Inject(Rate.PerSecond(1), Time.Hours(1))], ArrivalKind.Poisson, seed),
                Polls = PollPolicies.Jittered(Time.Seconds(2), 0.2, seed),
            });
    }
}
