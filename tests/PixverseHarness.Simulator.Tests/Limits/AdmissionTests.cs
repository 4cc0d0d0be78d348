using PixverseHarness.Simulator.Billing;
using static PixverseHarness.Simulator.Tests.TwinUnderTest;

namespace PixverseHarness.Simulator.Tests.Limits;

/// <summary>Sixty-four callers at once, window after window: exactly as many are admitted as the plan says.</summary>
public sealed class AdmissionTests
{
    private const int Callers = 64;
    private const int Windows = 1_000;
    private const int Limit = 10;

    [Fact]
    public void Submits_SixtyFourCallersOverAThousandWindows_AreAdmittedExactly()
    {
        var twin = new TwinUnderTest(new TwinOptions { RequestsPerMinute = Limit });
        var admitted = new int[Windows];
        var refused = new int[Windows];
        var window = 0;
        using var barrier = new Barrier(Callers, _ =>
        {
            twin.Clock.Advance(TimeSpan.FromMinutes(1));
            window++;
        });
        var callers = Enumerable.Range(0, Callers).Select(caller => new Thread(() =>
        {
            var prompt = $"caller {caller}";
            for (var i = 0; i < Windows; i++)
            {
                Interlocked.Increment(ref StatusOf(twin.Submit(prompt)) == 200 ? ref admitted[window] : ref refused[window]);
                barrier.SignalAndWait();
            }
        })).ToArray();

        Array.ForEach(callers, t => t.Start());
        Array.ForEach(callers, t => t.Join());

        Assert.All(admitted, count => Assert.Equal(Limit, count));
        Assert.All(refused, count => Assert.Equal(Callers - Limit, count));
        LedgerLine account = Assert.Single(twin.Core.Ledger());
        Assert.Equal(Limit * Windows, account.Jobs.Accepted);
    }
}
