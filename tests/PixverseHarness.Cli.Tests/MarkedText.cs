using System.Text.RegularExpressions;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests;

/// <summary>A page of the documentation, by its marked parts.</summary>
/// <param name="file">Where it lies below the repository's root.</param>
internal sealed partial class MarkedText(string file)
{
    private const string Fence = "```";

    /// <summary>The README.</summary>
    public static MarkedText Readme { get; } = new("README.md");

    /// <summary>Where it lies below the repository's root.</summary>
    public string File => file;

    /// <summary>Its lines.</summary>
    public string[] Lines { get; } = System.IO.File.ReadAllLines(RepositoryRoot.Combine(file));

    /// <summary>The lines inside each fence that stands right below <c>&lt;!-- mark --&gt;</c>.</summary>
    public IEnumerable<string[]> Blocks(string mark) => Starts(mark).Select(start => Lines[start..EndOf(start)]);

    /// <summary>Every fenced block right below a comment of the form <c>&lt;!-- kind:value --&gt;</c>, in the order of the page.</summary>
    public IEnumerable<(string Kind, string Value, string Text)> Blocks() =>
        from mark in Lines.Select(static line => Mark().Match(line)).Where(static match => match.Success).DistinctBy(static match => match.Value)
        from start in Starts($"{mark.Groups["kind"]}:{mark.Groups["value"]}")
        orderby start
        select (mark.Groups["kind"].Value, mark.Groups["value"].Value, string.Concat(Lines[start..EndOf(start)].Select(static line => line + "\n")));

    /// <summary>The command line that the page starts its twin with, in words.</summary>
    public string[] StartOfTheTwin() => Assert.Single(Assert.Single(Blocks("replay:twin"))).Split(' ');

    /// <summary>The whole text, with other lines inside the marked fences.</summary>
    public string With(string mark, IEnumerable<string[]> blocks)
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
    public IEnumerable<string> FirstCells(string heading) => TableBelow(heading).Skip(2).Select(line => line.Split('|')[1].Trim());

    /// <summary>The lines of the table below a heading.</summary>
    public IEnumerable<string> TableBelow(string heading) => Lines
        .SkipWhile(line => line != $"## {heading}")
        .SkipWhile(line => !line.StartsWith('|'))
        .TakeWhile(line => line.StartsWith('|'));

    private IEnumerable<int> Starts(string mark) => Lines.Index().Where(l => l.Item == $"<!-- {mark} -->").Select(l =>
    {
        Assert.StartsWith(Fence, Lines[l.Index + 1], StringComparison.Ordinal);
        return l.Index + 2;
    });

    private int EndOf(int start) => Array.IndexOf(Lines, Fence, start);

    [GeneratedRegex(@"^<!-- (?<kind>\w+):(?<value>\S+) -->$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Mark();
}
