using PixverseHarness.Simulator.Protocol;
using static PixverseHarness.Simulator.Tests.TwinUnderTest;

namespace PixverseHarness.Simulator.Tests.Sessions;

/// <summary>
/// What a call leaves to the garbage collector. Counted in bytes, which a busy machine does not change; the bounds lie a
/// third above what was measured, so that only a new kind of object trips them.
/// </summary>
public sealed class AllocationTests
{
    private const int Calls = 2_000;
    private readonly TwinUnderTest _twin = new(new TwinOptions { JournalCapacity = 100 });

    [Fact]
    public void StatusPoll_JournalOn_AllocatesLittle()
    {
        var id = _twin.SubmitId();
        var request = new TwinRequest { Method = "GET", Path = $"/v2/requests/{id}/status", Origin = Origin, ApiKey = Key };

        Assert.InRange(BytesOf(() => _twin.Core.Handle(request)), 1, 1_150);
    }

    [Fact]
    public void Journal_OfASessionThatSeesLittle_TakesLittle() =>
        Assert.InRange(BytesOf(() => new TwinCore(new TwinOptions(), _twin.Clock), times: 50), 1, 60_000);

    private static long BytesOf(Action call, int times = Calls)
    {
        // The first calls pay for what is made once.
        for (var i = 0; i < times; i++)
        {
            call();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < times; i++)
        {
            call();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / times;
    }
}
