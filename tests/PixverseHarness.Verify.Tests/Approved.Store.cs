using System.Runtime.CompilerServices;
using PixverseHarness.Verification.Snapshots;

namespace PixverseHarness.Verify.Tests;

/// <summary>
/// Holds a snapshot against the committed file beside the test, by our own store. With <c>PIXVERSE_ACCEPT=1</c> in the
/// environment the committed file is rewritten instead, except on a build server.
/// </summary>
internal static class Approved
{
    public static Task MatchesAsync(Snapshot snapshot, [CallerFilePath] string sourceFile = "")
    {
        var rules = new SnapshotRules
        {
            ReadOnly = BuildServer.IsDetected(Environment.GetEnvironmentVariable),
            Accept = Environment.GetEnvironmentVariable("PIXVERSE_ACCEPT") == "1" ? ["*"] : [],
        };
        var store = new SnapshotStore(new DiskFolder(Path.GetDirectoryName(sourceFile)!), rules);
        store.Compare(snapshot);
        var report = store.Report();
        Assert.True(!report.HasFailures, report.FailureText());
        return Task.CompletedTask;
    }
}
