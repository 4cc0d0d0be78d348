using System.Runtime.CompilerServices;

namespace PixverseHarness.Verify.Tests.Shown;

/// <summary>Holds a thing against the committed file beside the test, by Verify.Xunit and the converters of the adapter.</summary>
internal static class Pinned
{
    public static async Task MatchesAsync(object thing, [CallerFilePath] string sourceFile = "") => await Verifier.Verify(thing, sourceFile: sourceFile);
}
