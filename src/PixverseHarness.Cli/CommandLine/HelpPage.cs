using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using PixverseHarness.Cli.Edges;

namespace PixverseHarness.Cli.CommandLine;

/// <summary>Writes the help page of the command or of one verb: usage, options, sections of the verb's own, examples.</summary>
internal sealed class HelpPage(ProcessEdges edges, GlobalOptions globals) : SynchronousCommandLineAction
{
    private const int Indent = 2;
    private const int WidestWord = 34;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        if (command is Verb verb)
        {
            WriteVerb(verb);
        }
        else
        {
            WriteRoot(command);
        }

        return ExitCodes.Ok;
    }

    private void WriteRoot(Command root)
    {
        Line(root.Description ?? "");
        Heading("Usage");
        Line("  pixverse VERB [options]");
        Heading("Verbs");
        Rows([.. root.Subcommands.Select(c => (c.Name, c.Description ?? ""))]);
        Heading("Options of every verb");
        Rows([.. SharedOptions(root)]);
        Heading("Exit codes");
        Rows([.. ExitCodes.All.Select(c => ($"{c.Code}", c.Meaning))]);
        Line();
        Line("Options and examples of one verb: pixverse VERB --help");
    }

    private void WriteVerb(Verb verb)
    {
        Line($"pixverse {verb.Name}: {verb.Description}");
        Heading("Usage");
        var arguments = verb.Arguments.Select(a => a.Arity.MinimumNumberOfValues > 0 ? $" {a.HelpName ?? a.Name}" : $" [{a.HelpName ?? a.Name}]");
        Line($"  pixverse {verb.Name}{string.Concat(arguments)} [options]");
        if (verb.Arguments.Count > 0)
        {
            Heading("Arguments");
            Rows([.. verb.Arguments.Select(a => (a.HelpName ?? a.Name, a.Description ?? ""))]);
        }

        if (verb.Options.Count > 0)
        {
            Heading("Options");
            Rows([.. verb.Options.Select(Row)]);
        }

        Heading("Options of every verb");
        Rows([.. SharedOptions(verb.Parents.OfType<Command>().Single())]);
        foreach (var section in verb.Sections)
        {
            Heading(section.Title);
            Rows(section.Rows);
        }

        Heading("Examples");
        foreach (var example in verb.Examples)
        {
            Line($"  {example.Line}");
            Line($"      {example.Effect}");
        }
    }

    private IEnumerable<(string Word, string Meaning)> SharedOptions(Command root) =>
        globals.All.Concat(root.Options.Where(o => o is HelpOption)).Select(Row);

    private static (string Word, string Meaning) Row(Option option) =>
        (option.HelpName is { } value ? $"{option.Name} {value}" : option.Name, option.Description ?? "");

    private void Heading(string title)
    {
        Line();
        Line($"{title}:");
    }

    private void Rows(IReadOnlyList<(string Word, string Meaning)> rows)
    {
        var column = Indent + Math.Min(WidestWord, rows.Max(r => r.Word.Length)) + 2;
        foreach (var (word, meaning) in rows)
        {
            var start = $"{new string(' ', Indent)}{word}";
            if (start.Length + 2 > column)
            {
                Line(start);
                start = "";
            }

            foreach (var part in Wrap(meaning, Math.Max(30, edges.Terminal.Width - column)))
            {
                Line(start.PadRight(column) + part);
                start = "";
            }
        }
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length > 0 ? $"{line} {word}" : word;
            }
        }

        yield return line;
    }

    private void Line(string text = "") => edges.Output.WriteLine(text);
}
