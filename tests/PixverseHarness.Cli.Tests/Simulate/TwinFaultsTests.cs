using PixverseHarness.Cli.Simulate;

namespace PixverseHarness.Cli.Tests.Simulate;

public sealed class TwinFaultsTests
{
    [Fact]
    public void Write_TheSameFaultAgain_SaysItOnceOnOneLine()
    {
        using var error = new StringWriter { NewLine = "\n" };
        var faults = new TwinFaults(error);

        faults.Write(new InvalidOperationException("broken\nin two."));
        faults.Write(new InvalidOperationException("broken\nin two."));
        faults.Write(new ArgumentException("other"));

        var lines = error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("error PXH0232: InvalidOperationException: broken in two. ", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AFaultThatNamesAKey_HidesIt()
    {
        using var error = new StringWriter();

        new TwinFaults(error).Write(new InvalidOperationException("no such thing as SG_c0ffee0000000c0ffee"));

        Assert.Contains("no such thing as SG_***", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("c0ffee", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_FaultsWithoutNumber_SaysTwenty()
    {
        using var error = new StringWriter { NewLine = "\n" };
        var faults = new TwinFaults(error);

        for (var i = 0; i < 100; i++)
        {
            faults.Write(new InvalidOperationException($"number {i}"));
        }

        Assert.Equal(20, error.ToString().Count(c => c == '\n'));
    }
}
