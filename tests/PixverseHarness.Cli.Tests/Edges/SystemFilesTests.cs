using PixverseHarness.Cli.Edges;
using PixverseHarness.Load.Ledger;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.Edges;

public sealed class SystemFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task CommitAsync_DiskIsSlow_LetsTheWriterGoOnAndManyIntentsShareAFlush()
    {
        using var disk = new ManualResetEventSlim();
        var flushes = 0;
        var files = new SystemFiles(_ =>
        {
            disk.Wait();
            Interlocked.Increment(ref flushes);
        });
        await using var file = files.Create(_folder.File("submits.jsonl"));
        await using var writer = new StreamWriter(file);
        var ledger = new JsonLinesLedger(writer, seed: 1, commit: () => files.CommitAsync(file));

        var intents = Enumerable.Range(0, 50).Select(ordinal => ledger.IntendAsync(ordinal, default, 1, CancellationToken.None).AsTask()).ToArray();

        Assert.All(intents, static intent => Assert.False(intent.IsCompleted));
        disk.Set();
        await Task.WhenAll(intents);
        Assert.Equal(2, flushes);
    }

    [Fact]
    public async Task CommitAsync_DiskIsFull_FailsThoseWhoWait()
    {
        var files = new SystemFiles(static _ => throw new IOException("No space left on device."));
        await using var file = files.Create(_folder.File("x"));

        await Assert.ThrowsAsync<IOException>(() => files.CommitAsync(file));
    }
}
