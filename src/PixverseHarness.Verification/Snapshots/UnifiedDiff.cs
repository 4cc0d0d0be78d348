using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.Model;

namespace PixverseHarness.Verification.Snapshots;

/// <summary>Two versions of a file as a unified diff. What no line shows, such as a byte order mark, is said in words.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;
    private static readonly byte[] ByteOrderMark = [0xef, 0xbb, 0xbf];

    /// <summary>The difference.</summary>
    /// <param name="oldName">Name of the old file.</param>
    /// <param name="old">Its bytes; null when there is none.</param>
    /// <param name="newName">Name of the new file.</param>
    /// <param name="actual">Its bytes.</param>
    public static string Of(string oldName, byte[]? old, string newName, byte[] actual)
    {
        var text = new StringBuilder();
        text.Append("--- ").Append(old is null ? "(no file)" : oldName).Append('\n');
        text.Append("+++ ").Append(newName).Append('\n');
        foreach (var word in Unseen(old ?? [], actual))
        {
            text.Append("! ").Append(word).Append('\n');
        }

        var diff = new Differ().CreateCustomDiffs(Text(old ?? []), Text(actual), ignoreWhiteSpace: false, Lines);
        foreach (var hunk in Hunks(diff))
        {
            Append(text, diff, hunk);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Unseen(byte[] old, byte[] actual)
    {
        if (old.AsSpan().StartsWith(ByteOrderMark))
        {
            yield return "the committed file starts with a byte order mark";
        }

        if (old.Contains((byte)'\r') && !actual.Contains((byte)'\r'))
        {
            yield return "the committed file has carriage returns: check it out with line feeds (.gitattributes: *.verified.* text eol=lf)";
        }

        if (old is [.., (byte)'\n'] && actual is not [.., (byte)'\n'])
        {
            yield return "the committed file ends with a line feed: no snapshot does";
        }

        if (!IsUtf8(old))
        {
            yield return "the committed file is not UTF-8";
        }
    }

    private static bool IsUtf8(byte[] bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private static string Text(byte[] bytes) =>
        Encoding.UTF8.GetString(bytes.AsSpan().StartsWith(ByteOrderMark) ? bytes.AsSpan(ByteOrderMark.Length) : bytes);

    // Carriage returns are shown as such: a line that differs by one would read like its twin.
    private static string[] Lines(string text) => text.Length == 0 ? [] : text.Replace("\r", "\\r", StringComparison.Ordinal).Split('\n');

    private static IEnumerable<List<DiffBlock>> Hunks(DiffResult diff)
    {
        var hunk = new List<DiffBlock>();
        foreach (var block in diff.DiffBlocks)
        {
            if (hunk is [.., var last] && block.DeleteStartA - (last.DeleteStartA + last.DeleteCountA) > 2 * Context)
            {
                yield return hunk;
                hunk = [];
            }

            hunk.Add(block);
        }

        if (hunk.Count > 0)
        {
            yield return hunk;
        }
    }

    private static void Append(StringBuilder text, DiffResult diff, List<DiffBlock> hunk)
    {
        var (first, last) = (hunk[0], hunk[^1]);
        var before = Math.Min(Context, first.DeleteStartA);
        var after = Math.Min(Context, diff.PiecesOld.Length - last.DeleteStartA - last.DeleteCountA);
        var oldCount = before + last.DeleteStartA + last.DeleteCountA - first.DeleteStartA + after;
        var newCount = before + last.InsertStartB + last.InsertCountB - first.InsertStartB + after;
        text.Append(CultureInfo.InvariantCulture, $"@@ -{Range(first.DeleteStartA - before, oldCount)} +{Range(first.InsertStartB - before, newCount)} @@\n");
        var at = first.DeleteStartA - before;
        foreach (var block in hunk)
        {
            Append(text, ' ', diff.PiecesOld[at..block.DeleteStartA]);
            Append(text, '-', diff.PiecesOld.AsSpan(block.DeleteStartA, block.DeleteCountA));
            Append(text, '+', diff.PiecesNew.AsSpan(block.InsertStartB, block.InsertCountB));
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Append(text, ' ', diff.PiecesOld.AsSpan(at, after));
    }

    private static void Append(StringBuilder text, char mark, ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            text.Append(mark).Append(line).Append('\n');
        }
    }

    // As diff -u counts: lines from 1, and an empty range by the line before it.
    private static string Range(int start, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)},{count}");
}
