using System.Text;
using Xunit.Sdk;

namespace PixverseHarness.TestKit;

/// <summary>
/// Compares text with a committed file. A difference fails the test and leaves a <c>.received</c> file beside it;
/// with <c>PIXVERSE_ACCEPT=1</c> in the environment the committed file is rewritten instead, except on CI.
/// </summary>
public static class GoldenFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Holds <paramref name="actual"/> against the file at <paramref name="relativePath"/> below the repository's root.</summary>
    public static void Matches(string relativePath, string actual)
    {
        var path = RepositoryRoot.Combine(relativePath);
        var text = actual.ReplaceLineEndings("\n");
        var onCi = Environment.GetEnvironmentVariable("CI") is { Length: > 0 };
        if (!onCi && Environment.GetEnvironmentVariable("PIXVERSE_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text, Utf8);
            return;
        }

        if (!File.Exists(path))
        {
            throw new XunitException($"New: {relativePath} is not committed. Look at the text and accept it with PIXVERSE_ACCEPT=1.\n{text}");
        }

        var expected = File.ReadAllText(path, Utf8);
        if (!string.Equals(expected, text, StringComparison.Ordinal))
        {
            var received = path + ".received";
            if (!onCi)
            {
                File.WriteAllText(received, text, Utf8);
            }

            throw new XunitException($"NotEqual: {relativePath}. {FirstDifference(expected, text)} Accept with PIXVERSE_ACCEPT=1.");
        }
    }

    private static string FirstDifference(string expected, string actual)
    {
        var before = expected.Split('\n');
        var after = actual.Split('\n');
        for (var line = 0; line < Math.Max(before.Length, after.Length); line++)
        {
            var left = line < before.Length ? before[line] : "(end)";
            var right = line < after.Length ? after[line] : "(end)";
            if (!string.Equals(left, right, StringComparison.Ordinal))
            {
                return $"Line {line + 1} was\n  {left}\nand is\n  {right}\n";
            }
        }

        return "Only the line ends differ.";
    }
}
