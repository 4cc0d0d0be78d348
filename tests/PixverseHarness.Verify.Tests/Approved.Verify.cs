using System.Runtime.CompilerServices;
using PixverseHarness.Verification.Snapshots;

namespace PixverseHarness.Verify.Tests;

/// <summary>Holds a snapshot against the committed file beside the test, by Verify.Xunit.</summary>
internal static class Approved
{
    [ModuleInitializer]
    internal static void Initialize() => VerifyPixverse.Initialize();

    public static async Task MatchesAsync(Snapshot snapshot, [CallerFilePath] string sourceFile = "") => await VerifyPixverse.Verify(snapshot, sourceFile);
}
