using PixverseHarness.Load.Engine;
using PixverseHarness.Load.Tests.Engine;
using PixverseHarness.Load.VirtualTime;

namespace PixverseHarness.NBomber.Tests;

/// <summary>A run that was played to its end in virtual time, its copies started by a <see cref="PlayedHost"/>.</summary>
internal sealed record PlayedOnNBomber(LoadResult Result, SampleLog Log, ModelledService Service, PlayedHost Host)
{
    public static PlayedOnNBomber Run(
        Func<VirtualClock, ModelledService> service,
        LoadOptions options,
        Func<VirtualClock, NBomberRun, Task>? during = null,
        int missed = 0) => VirtualPump.Run(async clock =>
    {
        var log = new SampleLog();
        var target = service(clock);
        var host = new PlayedHost(clock) { Missed = missed };
        var run = new NBomberRun(new NBomberRunOptions { Load = options, Name = "played", ReportFolder = "none" }, target, log, clock, host);
        var running = run.RunAsync();
        if (during is not null)
        {
            await during(clock, run);
        }

        return new PlayedOnNBomber(await running, log, target, host);
    });
}
