using System.Text;
using PixverseHarness.Verification.Snapshots;

namespace PixverseHarness.Verification.Tests.Snapshots;

public sealed class UnifiedDiffTests
{
    private static readonly string[] Twenty = [.. Enumerable.Range(1, 20).Select(n => $"line {n}")];

    [Fact]
    public void Of_ChangesFarApart_AreHunksWithThreeLinesAround() => Assert.Equal(
        """
        @@ -1,5 +1,4 @@
         line 1
        -line 2
         line 3
         line 4
         line 5
        @@ -16,5 +15,6 @@
         line 16
         line 17
         line 18
        -line 19
        +line nineteen
        +more
         line 20

        """.ReplaceLineEndings("\n"),
        Hunks(Twenty, [Twenty[0], .. Twenty[2..18], "line nineteen", "more", Twenty[19]]));

    [Fact]
    public void Of_ChangesCloseTogether_ShareAHunk() => Assert.Equal(
        """
        @@ -2,9 +2,9 @@
         line 2
         line 3
         line 4
        -line 5
        +five
         line 6
        -line 7
        +seven
         line 8
         line 9
         line 10

        """.ReplaceLineEndings("\n"),
        Hunks(Twenty, [.. Twenty[..4], "five", Twenty[5], "seven", .. Twenty[7..]]));

    [Fact]
    public void Of_BytesThatAreNoText_SaysSo()
    {
        var diff = UnifiedDiff.Of("a", [0xff, 0xfe], "b", "x"u8.ToArray());

        Assert.Contains("! the committed file is not UTF-8\n", diff, StringComparison.Ordinal);
    }

    private static string Hunks(string[] old, string[] actual)
    {
        var diff = UnifiedDiff.Of("a", Encoding.UTF8.GetBytes(string.Join('\n', old)), "b", Encoding.UTF8.GetBytes(string.Join('\n', actual)));
        Assert.StartsWith("--- a\n+++ b\n@@", diff, StringComparison.Ordinal);
        return diff["--- a\n+++ b\n".Length..];
    }
}
