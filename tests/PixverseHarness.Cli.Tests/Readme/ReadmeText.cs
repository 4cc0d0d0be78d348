using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.Readme;

/// <summary>The README, by its marked parts.</summary>
internal static class ReadmeText
{
    /// <summary>Every line.</summary>
    public static string[] Lines { get; } = File.ReadAllLines(RepositoryRoot.Combine("README.md"));

    /// <summary>The lines inside each fence that stands right below <c>&lt;!-- mark --&gt;</c>.</summary>
    public static IEnumerable<string[]> Blocks(string mark)
    {
        for (var i = 0; i < Lines.Length - 1; i++)
        {
            if (Lines[i] == $"<!-- {mark} -->")
            {
                Assert.StartsWith("```", Lines[i + 1], StringComparison.Ordinal);
                yield return [.. Lines.Skip(i + 2).TakeWhile(line => line != "```")];
            }
        }
    }

    /// <summary>The first cells of the table below a heading.</summary>
    public static IEnumerable<string> FirstCells(string heading) => Lines
        .SkipWhile(line => line != $"## {heading}")
        .SkipWhile(line => !line.StartsWith('|'))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Split('|')[1].Trim());
}
