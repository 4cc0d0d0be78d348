using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Edges;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests;

/// <summary>Runs the command in process, with edges of the test's own.</summary>
internal sealed class Pixverse
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    /// <summary>The clock of the real edges: sockets know no other.</summary>
    public static TimeProvider RealClock { get; } = SystemEdges.Open(CancellationToken.None).Clock;

    /// <summary>Environment variables.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>The machine.</summary>
    public FakeMachine Machine { get; } = new();

    /// <summary>The terminal; none unless a test sets one.</summary>
    public TerminalFacts Terminal { get; set; } = TerminalFacts.None;

    /// <summary>The clock; a moved one unless a test talks to sockets.</summary>
    public TimeProvider Clock { get; set; } = new MovedClock();

    /// <summary>Asks the command to stop.</summary>
    public CancellationTokenSource Stop { get; } = new();

    /// <summary>The verbs; those of the product unless a test brings its own.</summary>
    public Func<IReadOnlyList<Verb>> Verbs { get; set; } = Cli.Verbs.Create;

    /// <summary>Where results go, when not into <see cref="Run.Output"/>.</summary>
    public TextWriter? OutputInstead { get; set; }

    /// <summary>Runs one command line to its end.</summary>
    public async Task<Run> RunAsync(params string[] arguments)
    {
        var code = await PixverseCommand.RunAsync(arguments, Edges(), Verbs());
        return new Run(code, _output.ToString(), _error.ToString());
    }

    /// <summary>The edges of this run.</summary>
    public ProcessEdges Edges() => new()
    {
        Output = OutputInstead ?? _output,
        Error = _error,
        Terminal = Terminal,
        Variable = name => Variables.GetValueOrDefault(name),
        Clock = Clock,
        DrawSeed = () => 77,
        Stop = Stop.Token,
        Files = new SystemFiles(),
        Machine = Machine,
    };

    /// <summary>How a command line ended.</summary>
    /// <param name="Code">Exit code.</param>
    /// <param name="Output">Standard output.</param>
    /// <param name="Error">Standard error.</param>
    internal sealed record Run(int Code, string Output, string Error);
}
