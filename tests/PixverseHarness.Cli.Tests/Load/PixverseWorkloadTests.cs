using PixverseHarness.Cli.Load;
using PixverseHarness.Client;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Payloads.Streams;

namespace PixverseHarness.Cli.Tests.Load;

public sealed class PixverseWorkloadTests
{
    private const int Jobs = 4_000;

    [Fact]
    public void PriceOf_AskedFromManyThreads_IsThatOfTheOneSource()
    {
        // A submit that waited for its ledger to reach the disk draws its payload on whatever thread goes on.
        var workload = Workload();
        var alone = Enumerable.Range(0, Jobs).Select(i => workload.PriceOf(i)).ToArray();
        var together = new long[Jobs];

        Parallel.For(0, Jobs, i => together[i] = workload.PriceOf(i));

        Assert.Equal(alone, together);
        Assert.True(alone.Distinct().Count() > 3, "prices that are all alike would show nothing");
    }

    private static PixverseWorkload Workload() => new(
        PixverseClient.Create("SG_0000000000000001", Pixverse.RealClock, new Uri("http://127.0.0.1:1")),
        Workflow.V2SubmitPoll,
        new PayloadStream(3, PayloadMix.OnlyValid, ApiProfile.Documented),
        []);
}
