using System.Text;
using PixverseHarness.TestKit;
using PixverseHarness.Verification.Snapshots;

namespace PixverseHarness.Verify.Tests.Package;

/// <summary>What only the real package can show.</summary>
[Trait("Package", "Verify")]
public sealed class VerifyPixverseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string SourceFile => Path.Combine(_folder.Path, "Beside.cs");

    [Fact]
    public async Task Verify_NewSnapshotAccepted_WritesTheBytesThatOurStoreWrites()
    {
        var snapshot = Sample("ünïcode\nand {\"key\":\"SG_0000000000000001\"}");

        await VerifyPixverse.Verify(snapshot, SourceFile).AutoVerify();

        var file = Assert.Single(Directory.GetFiles(_folder.Path));
        Assert.Equal(snapshot.VerifiedFile, Path.GetFileName(file));
        Assert.Equal(Encoding.UTF8.GetBytes(snapshot.Text), File.ReadAllBytes(file));
    }

    [Fact]
    public async Task Verify_FileOfOurStore_Passes()
    {
        var snapshot = Sample("as it was");
        Write(snapshot.VerifiedFile, snapshot.Text);

        await VerifyPixverse.Verify(snapshot, SourceFile);

        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Verify_OtherText_FailsAndNamesBothFiles()
    {
        var snapshot = Sample("as it is");
        Write(snapshot.VerifiedFile, "as it was");

        var failure = await Assert.ThrowsAnyAsync<Exception>(async () => await VerifyPixverse.Verify(snapshot, SourceFile));

        Assert.Contains("NotEqual:\n", failure.Message, StringComparison.Ordinal);
        Assert.Contains(snapshot.VerifiedFile, failure.Message, StringComparison.Ordinal);
        Assert.Contains(snapshot.ReceivedFile, failure.Message, StringComparison.Ordinal);
        Assert.Equal("as it is", File.ReadAllText(Path.Combine(_folder.Path, snapshot.ReceivedFile)));
    }

    [Fact]
    public async Task Verifier_AnyOtherText_IsScrubbed()
    {
        await Verifier.Verify("SG_0000000000000001 at http://127.0.0.1:8787", "txt", sourceFile: SourceFile).AutoVerify();

        Assert.Equal("key_1 at origin_1", File.ReadAllText(Assert.Single(Directory.GetFiles(_folder.Path))));
    }

    [Fact]
    public async Task Initialize_AfterAVerification_DoesNothing()
    {
        await VerifyPixverse.Verify(Sample("once"), SourceFile).AutoVerify();

        VerifyPixverse.Initialize();

        await VerifyPixverse.Verify(Sample("again", "Second"), SourceFile).AutoVerify();
        Assert.Equal(2, Directory.GetFiles(_folder.Path).Length);
    }

    public void Dispose() => _folder.Dispose();

    private static Snapshot Sample(string text, string method = "Sample") => new()
    {
        TypeName = "Beside",
        MethodName = method,
        Parameters = [new("profile", "documented"), new("answer", "accepted")],
        Extension = "json",
        Text = text,
    };

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder.Path, file), text);
}
