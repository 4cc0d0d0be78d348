using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Load.VirtualTime;
using PixverseHarness.Load.Workloads;

namespace PixverseHarness.Load.Tests.Engine;

/// <summary>A run that was played to its end in virtual time.</summary>
internal sealed record Played(LoadResult Result, SampleLog Log, ModelledService Service)
{
    /// <summary>Plays a run; <paramref name="during"/> may do something while it goes on.</summary>
    public static Played Run(
        Func<VirtualClock, ModelledService> service,
        LoadOptions options,
        Func<VirtualClock, LoadRun, Task>? during = null) => VirtualPump.Run(async clock =>
    {
        var log = new SampleLog();
        var target = service(clock);
        var run = new LoadRun(options, target, log, clock);
        var running = run.RunAsync();
        if (during is not null)
        {
            await during(clock, run);
        }

        return new Played(await running, log, target);
    });

    /// <summary>So many jobs, one a second, polled every 2 s.</summary>
    public static LoadOptions OneASecond(int jobs) => new()
    {
        Schedule = LoadSchedule.Of([new IterationsForInject(Rate.PerSecond(1), jobs)]),
        Polls = PollPolicies.Fixed(Time.Seconds(2)),
        JobTimeout = Time.Minutes(5),
    };
}
