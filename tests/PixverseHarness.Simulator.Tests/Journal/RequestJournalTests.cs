using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator.Journal;

namespace PixverseHarness.Simulator.Tests.Journal;

public sealed class RequestJournalTests
{
    [Fact]
    public void Read_MoreThanItsCapacity_KeepsTheLatestAndCountsTheRest()
    {
        var journal = new RequestJournal(capacity: 3, RequestIdFormat.Uuid);
        for (var i = 0; i < 5; i++)
        {
            journal.Write(new JournalRow { At = i, Method = "GET", Path = "/", Status = 200 });
        }

        Assert.Equal([3L, 4L, 5L], journal.Read().Select(e => e.Number));
        Assert.Equal((5L, 2L), (journal.Total, journal.Dropped));
    }

    [Fact]
    public void Write_CapacityZero_KeepsNothing()
    {
        var journal = new RequestJournal(capacity: 0, RequestIdFormat.Uuid);
        journal.Write(new JournalRow { At = 1, Method = "GET", Path = "/", Status = 200 });

        Assert.Empty(journal.Read());
        Assert.Equal(1, journal.Dropped);
    }
}
