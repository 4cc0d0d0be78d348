using PixverseHarness.Load.Ledger;

namespace PixverseHarness.Load.Tests.Ledger;

public sealed class GroupCommitTests
{
    // Commits that end at any moment, so also between the look at one and the wait for it.
    [Fact]
    public async Task JoinAsync_WhileCommitsEndAtAnyMoment_CompletesOnlyWhenWhatWasWrittenIsCommitted()
    {
        const int Writes = 50_000;
        var (written, committed, early) = (0, 0, 0);
        var group = new GroupCommit(() =>
        {
            var covered = Volatile.Read(ref written);
            return Task.Run(() => Volatile.Write(ref committed, covered));
        });
        var joins = new List<Task>();

        for (var write = 1; write <= Writes; write++)
        {
            Volatile.Write(ref written, write);
            joins.Add(CheckAsync(group.JoinAsync(), write));
        }

        await Task.WhenAll(joins);
        Assert.Equal(0, early);

        async Task CheckAsync(Task join, int write)
        {
            await join.ConfigureAwait(false);
            if (Volatile.Read(ref committed) < write)
            {
                Interlocked.Increment(ref early);
            }
        }
    }
}
