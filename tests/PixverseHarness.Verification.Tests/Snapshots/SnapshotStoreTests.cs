using System.Text;
using PixverseHarness.Verification.Snapshots;

namespace PixverseHarness.Verification.Tests.Snapshots;

public sealed class SnapshotStoreTests
{
    private const string Verified = "Thing.Said.verified.txt";
    private const string Received = "Thing.Said.received.txt";

    private static readonly Snapshot Said = new() { TypeName = "Thing", MethodName = "Said", Extension = "txt", Text = "one\ntwo ä\nthree" };
    private static readonly SnapshotRules TakesAll = new() { Accept = ["*"] };

    [Fact]
    public void Compare_SameBytes_IsEqualAndClearsWhatWasReceivedBefore()
    {
        var folder = new MemoryFolder().With(Verified, Said.Text).With(Received, "old");

        Assert.Equal(SnapshotVerdict.Equal, Compare(folder, new SnapshotRules()).Verdict);
        Assert.Equal([Verified], folder.Files.Keys);
    }

    [Fact]
    public void Compare_NoFile_IsNewAndLeavesOnlyTheReceivedText()
    {
        var folder = new MemoryFolder();

        Assert.Equal(SnapshotVerdict.New, Compare(folder, new SnapshotRules()).Verdict);
        Assert.Equal([Received], folder.Files.Keys);
        Assert.Equal(Said.Text, folder.Text(Received));
    }

    [Fact]
    public void Compare_OtherText_IsNotEqualAndLeavesTheCommittedFileAlone()
    {
        var folder = new MemoryFolder().With(Verified, "one\ntwo\nthree");

        var outcome = Compare(folder, new SnapshotRules());

        Assert.Equal((SnapshotVerdict.NotEqual, true), (outcome.Verdict, outcome.IsFailure));
        Assert.Equal("one\ntwo\nthree", folder.Text(Verified));
        Assert.Contains("-two\n+two ä\n", outcome.Difference, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_AnyByteOfTheFileChanged_IsNotEqual()
    {
        var bytes = Encoding.UTF8.GetBytes(Said.Text);
        for (var at = 0; at < bytes.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                byte[] flipped = [.. bytes];
                flipped[at] ^= (byte)(1 << bit);
                Assert.Equal(SnapshotVerdict.NotEqual, Against(flipped));
            }

            Assert.Equal(SnapshotVerdict.NotEqual, Against([.. bytes[..at], .. bytes[(at + 1)..]]));
            Assert.Equal(SnapshotVerdict.NotEqual, Against([.. bytes[..at], (byte)' ', .. bytes[at..]]));
        }
    }

    [Theory]
    [InlineData("one\ntwo ä\nthree\n", "ends with a line feed")]
    [InlineData("\ufeffone\ntwo ä\nthree", "byte order mark")]
    [InlineData("one\r\ntwo ä\r\nthree", "carriage returns")]
    public void Compare_WhatNoEditorShows_IsNotEqualAndSaidInWords(string text, string word)
    {
        var outcome = Compare(new MemoryFolder().With(Verified, text), new SnapshotRules());

        Assert.Equal(SnapshotVerdict.NotEqual, outcome.Verdict);
        Assert.Contains(word, outcome.Difference, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, SnapshotVerdict.New)]
    [InlineData("other", SnapshotVerdict.NotEqual)]
    public void Compare_ReadOnly_FailsAndWritesNothingWhateverIsAccepted(string? committed, SnapshotVerdict verdict)
    {
        var folder = committed is null ? new MemoryFolder() : new MemoryFolder().With(Verified, committed).With(Received, "old");
        var store = new SnapshotStore(folder, TakesAll with { ReadOnly = true });

        Assert.Equal(verdict, store.Compare(Said).Verdict);
        store.ReportAll(_ => true);
        Assert.Equal(0, folder.Changes);
    }

    [Fact]
    public void Compare_Accepted_WritesTheFileAndRemovesTheReceivedOne()
    {
        var folder = new MemoryFolder().With(Verified, "other").With(Received, "old");

        Assert.Equal((SnapshotVerdict.Accepted, false), (Compare(folder, TakesAll).Verdict, Compare(folder, TakesAll).IsFailure));
        Assert.Equal(Said.Text, folder.Text(Verified));
        Assert.DoesNotContain(Received, folder.Files.Keys);
        Assert.Equal(SnapshotVerdict.Equal, Compare(folder, new SnapshotRules()).Verdict);
    }

    [Fact]
    public void Compare_OneNameAccepted_TakesThatOneAlone()
    {
        var folder = new MemoryFolder().With(Verified, "other");
        var store = new SnapshotStore(folder, new SnapshotRules { Accept = ["Thing.Heard"] });

        Assert.Equal(SnapshotVerdict.NotEqual, store.Compare(Said).Verdict);
        Assert.Equal(SnapshotVerdict.Accepted, store.Compare(Said with { MethodName = "Heard" }).Verdict);
        Assert.Equal("other", folder.Text(Verified));
        Assert.Equal(Said.Text, folder.Text("Thing.Heard.verified.txt"));
    }

    [Fact]
    public void Compare_SameNameTwice_IsAFaultOfTheCaller()
    {
        var store = new SnapshotStore(new MemoryFolder(), new SnapshotRules());
        store.Compare(Said);

        Assert.Throws<InvalidOperationException>(() => store.Compare(Said));
    }

    [Fact]
    public void ReportAll_FilesThatNoSnapshotBelongsTo_AreLeftOverAndFail()
    {
        var folder = Dangling();
        var store = new SnapshotStore(folder, new SnapshotRules());
        store.Compare(Said);

        var report = store.ReportAll(name => name.StartsWith("Thing.", StringComparison.Ordinal));

        Assert.Equal(["Thing.Old.verified.txt", "Thing.Said.verified.json"], report.Failures.Select(o => o.VerifiedFile));
        Assert.Equal(2, report.Count(SnapshotVerdict.Delete));
        Assert.Equal(5, folder.Files.Count);
    }

    [Fact]
    public void ReportAll_LeftOversAccepted_AreDeletedWithinTheRunsOwn()
    {
        var folder = Dangling();
        var store = new SnapshotStore(folder, TakesAll);
        store.Compare(Said);

        Assert.False(store.ReportAll(name => name.StartsWith("Thing.", StringComparison.Ordinal)).HasFailures);
        Assert.Equal(["Other.Old.verified.txt", "README.md", Verified], folder.Files.Keys);
    }

    [Fact]
    public void Report_OfAPart_SaysNothingOfOtherFiles()
    {
        var store = new SnapshotStore(Dangling(), new SnapshotRules());
        store.Compare(Said);

        Assert.False(store.Report().HasFailures);
    }

    private static MemoryFolder Dangling() => new MemoryFolder()
        .With(Verified, Said.Text).With("Thing.Old.verified.txt", "x").With("Thing.Said.verified.json", "x").With("Other.Old.verified.txt", "x").With("README.md", "x");

    private static SnapshotOutcome Compare(MemoryFolder folder, SnapshotRules rules) => new SnapshotStore(folder, rules).Compare(Said);

    private static SnapshotVerdict Against(byte[] bytes)
    {
        var folder = new MemoryFolder();
        folder.Files[Verified] = bytes;
        return Compare(folder, new SnapshotRules()).Verdict;
    }
}
