using System.CommandLine;
using PixverseHarness.Cli.Edges;
using PixverseHarness.Cli.Messages;
using Spectre.Console;

namespace PixverseHarness.Cli.CommandLine;

/// <summary>What a verb works with: its options, the process edges, and where results and diagnostics go.</summary>
internal sealed class VerbContext
{
    private readonly ParseResult _parsed;
    private readonly Option<ulong?> _seed;
    private readonly Lazy<ulong> _drawnSeed;
    private readonly Lazy<IAnsiConsole> _terminal;

    /// <summary>Binds a command line to the edges.</summary>
    public VerbContext(ProcessEdges edges, ParseResult parsed, GlobalOptions globals)
    {
        Edges = edges;
        _parsed = parsed;
        IsJson = parsed.GetValue(globals.Output) == OutputForm.Json;
        IsPlain = IsJson || !edges.Terminal.OutputIsTerminal || parsed.GetValue(globals.NoColor)
            || edges.Variable("NO_COLOR") is { Length: > 0 } || edges.Variable("TERM") == "dumb";
        _seed = globals.Seed;
        _drawnSeed = new Lazy<ulong>(edges.DrawSeed);
        _terminal = new Lazy<IAnsiConsole>(() => PlainConsole.Create(edges, IsPlain));
    }

    /// <summary>Everything outside this process' memory.</summary>
    public ProcessEdges Edges { get; }

    /// <summary>Whether results are one JSON document instead of text.</summary>
    public bool IsJson { get; }

    /// <summary>Whether colour and live display are off: no terminal or a dumb one, <c>--no-color</c>, <c>NO_COLOR</c>, or JSON.</summary>
    public bool IsPlain { get; }

    /// <summary>Results.</summary>
    public TextWriter Output => Edges.Output;

    /// <summary>Diagnostics.</summary>
    public TextWriter Error => Edges.Error;

    /// <summary>Results as tables and live displays; the same writer as <see cref="Output"/>.</summary>
    public IAnsiConsole Terminal => _terminal.Value;

    /// <summary>The seed that was given, or one drawn for this run. A verb that reads it prints it.</summary>
    public ulong Seed => SeedOr(null);

    /// <summary>The seed of the command line, else that of <c>PIXVERSE_SEED</c>, else that of a scenario, else the one drawn for this run.</summary>
    /// <exception cref="FaultException">The variable is no seed.</exception>
    public ulong SeedOr(ulong? scenario) => GetOrVariable(_seed) ?? scenario ?? _drawnSeed.Value;

    /// <summary>The environment variable that stands in for an option: <c>PIXVERSE_MAX_JOBS</c> for <c>--max-jobs</c>.</summary>
    public static string VariableOf(Option option) => $"PIXVERSE_{option.Name.TrimStart('-').Replace('-', '_').ToUpperInvariant()}";

    /// <summary>The value of an option.</summary>
    public T? Get<T>(Option<T> option) => _parsed.GetValue(option);

    /// <summary>The value of an option, else of its environment variable (<see cref="VariableOf"/>); null if neither is given.</summary>
    /// <exception cref="FaultException">The variable has a value that the option would refuse.</exception>
    public T? GetOrVariable<T>(Option<T> option)
    {
        if (_parsed.GetResult(option) is not null || Edges.Variable(VariableOf(option)) is not { Length: > 0 } text)
        {
            return Get(option);
        }

        try
        {
            return option is StrictOption<T> strict ? strict.Read([text]) : (T)(object)text;
        }
        catch (FaultException refused)
        {
            throw new FaultException([.. refused.Faults.Select(f => f with { Where = VariableOf(option) })]);
        }
    }

    /// <summary>The value of an argument.</summary>
    public T? Get<T>(Argument<T> argument) => _parsed.GetValue(argument);

    /// <summary>The bytes of a file that the user named.</summary>
    /// <exception cref="FaultException">It cannot be read (PXH0201).</exception>
    public byte[] ReadFile(string path)
    {
        try
        {
            return Edges.Files.ReadAllBytes(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(new Fault(GeneralMessages.UnreadableFile, $"{Quoted.Of(path)} cannot be read: {Reason(unreadable)}"));
        }
    }

    /// <summary>Creates a file that the user named.</summary>
    /// <exception cref="FaultException">It cannot be created (PXH0202).</exception>
    public Stream CreateFile(string path) => OpenFile(path, Edges.Files.Create);

    /// <summary>Opens a file to write at its end; creates it where there is none.</summary>
    /// <exception cref="FaultException">It cannot be opened (PXH0202).</exception>
    public Stream AppendFile(string path) => OpenFile(path, Edges.Files.Append);

    private static Stream OpenFile(string path, Func<string, Stream> open)
    {
        try
        {
            return open(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(new Fault(GeneralMessages.UnwritableFile, $"{Quoted.Of(path)} cannot be written: {Reason(refused)}"));
        }
    }

    private static string Reason(Exception exception) => exception switch
    {
        FileNotFoundException => "there is no such file",
        DirectoryNotFoundException => "there is no such folder",
        UnauthorizedAccessException => "it is a folder or access is denied",
        _ => exception.Message.TrimEnd('.'),
    };
}
