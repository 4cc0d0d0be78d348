using PixverseHarness.TestKit;
using PixverseHarness.Verification.Snapshots;

namespace PixverseHarness.Verify.Tests;

/// <summary>The engine of the default build can fail.</summary>
public sealed class ApprovedTests
{
    [Fact]
    public async Task MatchesAsync_OtherText_FailsAndNamesTheFile()
    {
        using var folder = new TemporaryFolder();
        var snapshot = new Snapshot { TypeName = "Beside", MethodName = "Sample", Extension = "txt", Text = "as it is" };
        File.WriteAllText(Path.Combine(folder.Path, snapshot.VerifiedFile), "as it was");

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Approved.MatchesAsync(snapshot, Path.Combine(folder.Path, "Beside.cs")));

        Assert.Contains(snapshot.VerifiedFile, failure.Message, StringComparison.Ordinal);
    }
}
