using System.Text.RegularExpressions;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests;

/// <summary>The fenced blocks of a page that stand right below a comment such as <c>&lt;!-- run:0 --&gt;</c>.</summary>
internal static partial class MarkedBlocks
{
    /// <summary>The blocks in the order of the page.</summary>
    /// <param name="file">The page, below the repository's root.</param>
    public static IEnumerable<(string Kind, string Value, string Text)> Of(string file) =>
        Block().Matches(File.ReadAllText(RepositoryRoot.Combine(file))).Select(m => (m.Groups["kind"].Value, m.Groups["value"].Value, m.Groups["text"].Value));

    [GeneratedRegex("""^<!-- (?<kind>\w+):(?<value>\S+) -->\n```\w*\n(?<text>.*?)^```$""", RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Block();
}
