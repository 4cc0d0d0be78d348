using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests;

/// <summary>The README, by its marked parts.</summary>
internal static class ReadmeText
{
    /// <summary>Where it lies below the repository's root.</summary>
    public const string File = "README.md";

    private const string Fence = "```";

    private static string[] Lines { get; } = System.IO.File.ReadAllLines(RepositoryRoot.Combine(File));

    /// <summary>The lines inside each fence that stands right below <c>&lt;!-- mark --&gt;</c>.</summary>
    public static IEnumerable<string[]> Blocks(string mark) => Starts(mark).Select(start => Lines[start..EndOf(start)]);

    /// <summary>The whole text, with other lines inside the marked fences.</summary>
    public static string With(string mark, IEnumerable<string[]> blocks)
    {
        var text = new List<string>(Lines);
        foreach (var (start, block) in Starts(mark).Zip(blocks).Reverse())
        {
            text.RemoveRange(start, EndOf(start) - start);
            text.InsertRange(start, block);
        }

        return string.Concat(text.Select(line => line + "\n"));
    }

    /// <summary>The first cells of the table below a heading.</summary>
    public static IEnumerable<string> FirstCells(string heading) => Lines
        .SkipWhile(line => line != $"## {heading}")
        .SkipWhile(line => !line.StartsWith('|'))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Split('|')[1].Trim());

    private static IEnumerable<int> Starts(string mark) => Lines.Index().Where(l => l.Item == $"<!-- {mark} -->").Select(l =>
    {
        Assert.StartsWith(Fence, Lines[l.Index + 1], StringComparison.Ordinal);
        return l.Index + 2;
    });

    private static int EndOf(int start) => Array.IndexOf(Lines, Fence, start);
}
