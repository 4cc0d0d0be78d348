using PixverseHarness.Verification.Snapshots;

namespace PixverseHarness.Verification.Tests.Snapshots;

public sealed class SnapshotReportTests
{
    [Fact]
    public void FailureText_EveryKind_HasTheHeadThatToolsReadAndTheDifferences()
    {
        var folder = new MemoryFolder().With("T.Changed.verified.txt", "a\nb").With("T.Same.verified.txt", "x").With("T.Gone.verified.txt", "x");
        var store = new SnapshotStore(folder, new SnapshotRules());
        store.Compare(Of("Changed", "a\nc"));
        store.Compare(Of("Same", "x"));
        store.Compare(Of("Fresh", "n"));

        Assert.Equal(
            """
            Directory: pinned
            New:
              - Received: T.Fresh.received.txt
                Verified: T.Fresh.verified.txt
            NotEqual:
              - Received: T.Changed.received.txt
                Verified: T.Changed.verified.txt
            Delete:
              - T.Gone.verified.txt

            FileContent:

            NotEqual:

            Received: T.Changed.received.txt
            Verified: T.Changed.verified.txt
            Compare Result:
            --- T.Changed.verified.txt
            +++ T.Changed.received.txt
            @@ -1,2 +1,2 @@
             a
            -b
            +c

            New:

            Received: T.Fresh.received.txt
            --- (no file)
            +++ T.Fresh.received.txt
            @@ -0,0 +1,1 @@
            +n

            """.ReplaceLineEndings("\n"),
            store.ReportAll(_ => true).FailureText());
    }

    [Fact]
    public void FailureText_NothingFailed_IsEmpty() =>
        Assert.Empty(new SnapshotStore(new MemoryFolder(), new SnapshotRules { Accept = ["*"] }).Report().FailureText());

    [Fact]
    public void FailureText_MoreThanAreShown_ListsThemAll()
    {
        var store = new SnapshotStore(new MemoryFolder(), new SnapshotRules());
        store.Compare(Of("One", "1"));
        store.Compare(Of("Two", "2"));

        var text = store.Report().FailureText(most: 1);

        Assert.Contains("Verified: T.Two.verified.txt", text, StringComparison.Ordinal);
        Assert.Contains("\n+1\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n+2\n", text, StringComparison.Ordinal);
    }

    private static Snapshot Of(string method, string text) => new() { TypeName = "T", MethodName = method, Extension = "txt", Text = text };
}
