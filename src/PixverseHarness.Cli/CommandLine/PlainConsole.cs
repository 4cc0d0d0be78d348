using System.Text;
using PixverseHarness.Cli.Edges;
using Spectre.Console;

namespace PixverseHarness.Cli.CommandLine;

/// <summary>Opens Spectre.Console on the edges instead of on the process' console.</summary>
internal static class PlainConsole
{
    /// <summary>A console on standard output.</summary>
    /// <param name="edges">Writer and terminal facts.</param>
    /// <param name="plain">Neither colour nor cursor movement.</param>
    public static IAnsiConsole Create(ProcessEdges edges, bool plain) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new EdgeOutput(edges),
        Ansi = plain ? AnsiSupport.No : AnsiSupport.Yes,
        ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Standard,
        Interactive = plain ? InteractionSupport.No : InteractionSupport.Yes,
        // No reading of CI variables behind the edges' back.
        Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
    });

    private sealed class EdgeOutput(ProcessEdges edges) : IAnsiConsoleOutput
    {
        public TextWriter Writer => edges.Output;

        public bool IsTerminal => edges.Terminal.OutputIsTerminal;

        public int Width => edges.Terminal.Width;

        public int Height => 24;

        public void SetEncoding(Encoding encoding)
        {
            // The edges chose UTF-8.
        }
    }
}
