using PixverseHarness.Client;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;

namespace XunitSample;

/// <summary>How to test against the twin: start one, make something go wrong, move the clock, look at what happened.</summary>
public sealed class VideoMakerTests
{
    private const string Key = "SG_0000000000000000";

    [Fact(Timeout = 30_000)]
    public async Task Make_TwoBadGatewaysWhilePolling_StillYieldsTheVideo()
    {
        await using var twin = await PixverseTwin.StartAsync(TimeProvider.System);
        twin.Inject("bad_gateway@status*2");

        var making = Maker(twin).MakeAsync("a red fox");
        await PolledAsync(twin, times: 3);
        twin.Advance(TimeSpan.FromMinutes(2));

        Assert.StartsWith(twin.Origin.ToString(), await making);
        Assert.Equal(2, twin.Journal.Count(request => request.Status == 502));
        Assert.Equal(0.375m, twin.Ledger.Single().Charged.ToDollars());
    }

    [Fact(Timeout = 30_000)]
    public async Task Make_AnswerToTheSubmitIsLost_IsNotSubmittedAgain()
    {
        await using var twin = await PixverseTwin.StartAsync(TimeProvider.System);
        twin.Inject("lost_answer@submit");

        var said = await Maker(twin).MakeAsync("a red fox");

        Assert.StartsWith("possibly billed", said);
        Assert.Single(twin.Jobs);
    }

    [Fact(Timeout = 30_000)]
    public async Task Make_EmptyAccount_SaysSo()
    {
        var options = new PixverseTwinOptions { Twin = new TwinOptions { Credits = default } };
        await using var twin = await PixverseTwin.StartAsync(options, TimeProvider.System);

        Assert.StartsWith("refused: ", await Maker(twin).MakeAsync("a red fox"));
        Assert.Equal("insufficient_credits", twin.Journal.Single().Cause);
    }

    private static VideoMaker Maker(PixverseTwin twin) => new(PixverseClient.Create(Key, TimeProvider.System, twin.Origin));

    // Polls arrive in real time; the jobs themselves only move when the test says so.
    private static async Task PolledAsync(PixverseTwin twin, int times)
    {
        while (twin.Journal.Count(request => request.Path.EndsWith("/status")) < times)
        {
            await Task.Delay(5);
        }
    }
}
