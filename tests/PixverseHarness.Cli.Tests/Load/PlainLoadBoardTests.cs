using PixverseHarness.Cli.Load;
using PixverseHarness.Load.Engine;
using PixverseHarness.Results.Samples;
using PixverseHarness.Results.Statistics;

namespace PixverseHarness.Cli.Tests.Load;

public sealed class PlainLoadBoardTests
{
    [Fact]
    public void Show_MomentsThatComeABitLate_WritesALineOnEachTen()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var board = new PlainLoadBoard(output);
        for (var second = 1; second <= 45; second++)
        {
            board.Show(At(second + 0.04 + (second * 0.01), second));
        }

        Assert.Equal(["time 10s", "time 20s", "time 30s", "time 40s"], Lines(output).Select(static line => line[..8]));
    }

    [Fact]
    public void Show_ARateThatChangesEverySecond_WritesTheOneSinceTheLineBefore()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var board = new PlainLoadBoard(output);
        for (var second = 1; second <= 20; second++)
        {
            // All fifty jobs of the second ten seconds fall due in their first.
            board.Show(At(second, second > 10 ? 60 : second));
        }

        Assert.Contains("offered 1/s  sent 1/s", Lines(output)[0], StringComparison.Ordinal);
        Assert.Contains("offered 5/s  sent 5/s", Lines(output)[1], StringComparison.Ordinal);
    }

    private static string[] Lines(StringWriter output) => output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static LoadSnapshot At(double seconds, long jobs) => new()
    {
        Elapsed = TimeSpan.FromSeconds(seconds),
        Planned = null,
        Phase = LoadPhase.Steady,
        Step = 0,
        Offered = jobs,
        Submitted = jobs,
        OfferedPerSecond = 0,
        SubmittedPerSecond = 0,
        InFlight = 0,
        Held = 0,
        Outcomes = [.. JobOutcomes.All.Select(static _ => 0L)],
        EndToEndP50 = PercentileEstimate.Of(CensoredDistribution.Empty, 50),
        EndToEndP95 = PercentileEstimate.Of(CensoredDistribution.Empty, 95),
        LatenessP99 = TimeSpan.Zero,
        CommittedMicroDollars = 0,
        LimitMicroDollars = null,
    };
}
