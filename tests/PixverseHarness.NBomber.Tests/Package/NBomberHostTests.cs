using PixverseHarness.Load.Workloads;
using PixverseHarness.NBomber.Hosting;
using PixverseHarness.NBomber.Jobs;
using PixverseHarness.NBomber.Mapping;
using PixverseHarness.NBomber.Package;
using PixverseHarness.NBomber.Totals;
using PixverseHarness.Results.Samples;
using PixverseHarness.TestKit;

namespace PixverseHarness.NBomber.Tests.Package;

[Collection("NBomber")]
[Trait("Package", "NBomber")]
public sealed class NBomberHostTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private int _jobs;

    [Fact]
    public void Version_OfThePackage_IsTheOneOfTheBuild() => Assert.Equal(NBomberPackage.Version, new NBomberHost().Version);

    [Fact]
    public async Task RunAsync_Injections_StartEveryPlannedCopyAndMeasureItsSteps()
    {
        using var folder = new TemporaryFolder();

        var totals = await RunAsync(
            folder.File("nbomber"),
            async scope =>
            {
                await scope.RunAsync("submit", static () => Task.FromResult(StepAnswer.Accepted("id")));
                await scope.RunAsync("poll", static () => Task.FromResult(StepAnswer.NotFound()));
                return new JobEnd(JobOutcome.Lost, "not_found");
            },
            new SimulationCall(CopiesKind.Inject, Second * 2, 10, Second / 2),
            new SimulationCall(CopiesKind.RampingInject, Second * 2, 20, Second / 2),
            new SimulationCall(CopiesKind.Pause, Second));

        // 4 x 10, then 10, 12.5, 15 and 17.5 on the way from 10 to 20.
        Assert.Equal(40 + 10 + 13 + 15 + 18, _jobs);
        Assert.Equal((0L, (long)_jobs), (totals.Copies.Ok, totals.Copies.Failed));
        Assert.Equal([("poll", 0L, (long)_jobs), ("submit", (long)_jobs, 0L)], totals.Steps.Select(static s => (s.Name, s.Ok, s.Failed)).Order());
        Assert.NotEmpty(Directory.GetFiles(folder.File("nbomber"), "nbomber.*"));
    }

    [Fact]
    public async Task RunAsync_ClosedCopies_RunAgainAndAgain()
    {
        using var folder = new TemporaryFolder();
        using var never = new SemaphoreSlim(0);

        var totals = await RunAsync(
            folder.File("nbomber"),
            async _ =>
            {
                await never.WaitAsync(100);
                return new JobEnd(JobOutcome.Completed);
            },
            new SimulationCall(CopiesKind.KeepConstant, Second * 2, 3),
            new SimulationCall(CopiesKind.RampingConstant, Second, 1),
            new SimulationCall(CopiesKind.InjectRandom, Second, 3, Second, 2),
            new SimulationCall(CopiesKind.Pause, Second));

        Assert.InRange(_jobs, 10, 100);
        Assert.Equal(_jobs, totals.Copies.Ok);
    }

    [Fact]
    public async Task RunAsync_AStepThatThrows_ThrowsOutOfTheStep()
    {
        using var folder = new TemporaryFolder();
        var thrown = new InvalidOperationException("broken");
        Exception? seen = null;

        var totals = await RunAsync(
            folder.File("nbomber"),
            async scope =>
            {
                seen = await Record.ExceptionAsync(() => scope.RunAsync("submit", () => throw thrown));
                return default;
            },
            new SimulationCall(CopiesKind.Inject, Second, 1, Second),
            new SimulationCall(CopiesKind.Pause, Second));

        Assert.Same(thrown, seen);
        Assert.Equal(1, totals.Steps.Single().Failed);
    }

    [Fact]
    public async Task StopTest_InACopy_StartsNoMore()
    {
        using var folder = new TemporaryFolder();

        await RunAsync(
            folder.File("nbomber"),
            scope =>
            {
                scope.StopTest("enough");
                return Task.FromResult(new JobEnd(JobOutcome.Completed));
            },
            new SimulationCall(CopiesKind.Inject, Second * 30, 1, Second));

        Assert.InRange(_jobs, 1, 3);
    }

    [Fact]
    public async Task StopTest_JobsInFlight_AreFollowedToTheirEndAndCounted()
    {
        using var folder = new TemporaryFolder();
        using var never = new SemaphoreSlim(0);
        var first = true;
        var stopping = Task.CompletedTask;

        var totals = await RunAsync(
            folder.File("nbomber"),
            async scope =>
            {
                if (Interlocked.Exchange(ref first, false))
                {
                    stopping = StopAsync(scope);
                }

                await never.WaitAsync(6_000);
                return new JobEnd(JobOutcome.Completed);
            },
            new SimulationCall(CopiesKind.Inject, Second * 30, 10, Second));

        await stopping;
        Assert.InRange(_jobs, 10, 60);
        Assert.Equal((_jobs, 0L), (totals.Copies.Ok, totals.Copies.Failed));

        // From outside the copies, as an interrupt does.
        async Task StopAsync(IStepScope scope)
        {
            await never.WaitAsync(1_500);
            scope.StopTest("enough");
        }
    }

    private Task<NBomberTotals> RunAsync(string folder, Func<IStepScope, Task<JobEnd>> job, params SimulationCall[] calls) =>
        new NBomberHost().RunAsync(new HostOrder(
            "host",
            [.. calls],
            folder,
            scope =>
            {
                Interlocked.Increment(ref _jobs);
                return job(scope);
            },
            static () => Task.CompletedTask));
}
