using System.CommandLine;
using System.CommandLine.Help;
using System.Reflection;
using PixverseHarness.Cli.Edges;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Simulator.Journal;

namespace PixverseHarness.Cli.CommandLine;

/// <summary>The whole command: builds the parser from the verbs, runs one of them, and turns every ending into an exit code.</summary>
internal static class PixverseCommand
{
    /// <summary>The sentence above the list of verbs.</summary>
    public const string Summary = "A twin of Segmind's Pixverse text-to-video API, and the checks and load runs to go with it.";

    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, ProcessEdges edges, IReadOnlyList<Verb> verbs)
    {
        try
        {
            var globals = new GlobalOptions();
            var parsed = Build(edges, verbs, globals).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            var faults = ParseFaults.Read(parsed);
            if (faults.Count > 0)
            {
                throw new FaultException([.. faults]);
            }

            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = edges.Output,
                    Error = edges.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                },
                edges.Stop);
        }
        catch (Exception exception)
        {
            return ReportAnyway(exception, edges);
        }
    }

    // Where even the diagnostics cannot be written, the exit code is all there is to say.
    private static int ReportAnyway(Exception exception, ProcessEdges edges)
    {
        try
        {
            return Report(exception, edges);
        }
        catch (IOException)
        {
            return NoRoom.IsWhy(exception) ? FireMessages.NoRoom.ExitCode : exception is FaultException refused ? refused.Faults[0].Code.ExitCode : ExitCodes.OwnFault;
        }
    }

    private static RootCommand Build(ProcessEdges edges, IReadOnlyList<Verb> verbs, GlobalOptions globals)
    {
        var help = new HelpPage(edges, globals);
        var root = new RootCommand(Summary);
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case HelpOption:
                    option.Action = help;
                    option.Description = "Shows help, also of each verb.";
                    break;
                case VersionOption:
                    option.Action = new VersionLine(edges);
                    option.Description = "Shows the version.";
                    break;
            }
        }

        foreach (var option in globals.All)
        {
            root.Options.Add(option);
        }

        foreach (var verb in verbs)
        {
            verb.SetAction((parsed, stop) => verb.RunAsync(new VerbContext(edges, parsed, globals), stop));
            root.Subcommands.Add(verb);
        }

        root.SetAction(parsed =>
        {
            help.Invoke(parsed);
            return ExitCodes.Usage;
        });
        return root;
    }

    private static int Report(Exception exception, ProcessEdges edges)
    {
        switch (exception)
        {
            case OutputClosedException:
                return ExitCodes.Interrupted;
            case FaultException refused:
                foreach (var fault in refused.Faults)
                {
                    edges.Error.WriteLine(fault.ToLine());
                }

                return refused.Faults[0].Code.ExitCode;
            case OperationCanceledException when edges.Stop.IsCancellationRequested:
                edges.Error.WriteLine(new Fault(GeneralMessages.Interrupted, "stopped before the work was done").ToLine());
                return ExitCodes.Interrupted;
            case var _ when NoRoom.IsWhy(exception):
                edges.Error.WriteLine(new Fault(FireMessages.NoRoom, Words(exception)).ToLine());
                return FireMessages.NoRoom.ExitCode;
            default:
                edges.Error.WriteLine(new Fault(GeneralMessages.OwnFault, $"{exception.GetType().Name}: {Words(exception)}").ToLine());
                if (edges.Variable("PIXVERSE_DEBUG") == "1")
                {
                    edges.Error.WriteLine(Redaction.Text(exception.ToString(), key: null));
                }

                return ExitCodes.OwnFault;
        }
    }

    // What an unforeseen exception says may hold anything, a key too.
    private static string Words(Exception exception) =>
        Redaction.Text(string.Join(' ', exception.Message.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.'), key: null);

    /// <summary>The version of this build, without the commit.</summary>
    public static string Version { get; } =
        typeof(PixverseCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
