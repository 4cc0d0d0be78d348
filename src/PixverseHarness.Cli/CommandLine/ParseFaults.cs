using System.CommandLine;
using System.CommandLine.Parsing;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Contract.Wording;

namespace PixverseHarness.Cli.CommandLine;

/// <summary>Says what is wrong with a command line in our own words and codes instead of the parser's several lines.</summary>
internal static class ParseFaults
{
    /// <summary>The faults of a command line; empty when it can be run.</summary>
    public static IReadOnlyList<Fault> Read(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0)
        {
            return [];
        }

        var command = parsed.CommandResult.Command;
        var unknown = parsed.UnmatchedTokens.FirstOrDefault(IsOption);
        if (unknown is not null)
        {
            return [UnknownOption(unknown, command)];
        }

        if (parsed.UnmatchedTokens.Count > 0)
        {
            return [command is RootCommand ? UnknownVerb(parsed.UnmatchedTokens[0], command) : Unexpected(parsed.UnmatchedTokens[0], command)];
        }

        return [.. parsed.Errors.Select(e => Translate(e, command))];
    }

    /// <summary>The fault of a word that a verb does not take, for verbs whose argument takes words only in some cases.</summary>
    public static Fault Stray(string word, Command command) => IsOption(word) ? UnknownOption(word, command) : Unexpected(word, command);

    private static Fault UnknownVerb(string word, Command root) =>
        Fault.NotOneOf(GeneralMessages.UnknownVerb, $"unknown verb {Quoted.Of(word)}", word, root.Subcommands.Select(c => c.Name)) with
        {
            Next = SeeHelp(root),
        };

    private static Fault UnknownOption(string token, Command command)
    {
        var name = token.Split('=', ':')[0];
        var names = OptionsOf(command).Select(o => o.Name).Order(StringComparer.Ordinal).ToArray();
        return new Fault(GeneralMessages.UnknownOption, $"unknown option {Quoted.Of(name)} of {Title(command)}")
        {
            Nearest = NearestMatch.Find(name, names),
            Next = SeeHelp(command),
        };
    }

    private static Fault Unexpected(string word, Command command) =>
        new(GeneralMessages.UnexpectedArgument, $"unexpected argument {Quoted.Of(word)} of {Title(command)}")
        {
            Nearest = NearestMatch.Find("--" + word, OptionsOf(command).Select(o => o.Name)),
            Next = SeeHelp(command),
        };

    private static Fault Translate(ParseError error, Command command)
    {
        var given = error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent as OptionResult;
        if (given is { Option: IStrictOption strict, Tokens.Count: > 0 } && strict.FaultOf([.. given.Tokens.Select(t => t.Value)]) is { } refused)
        {
            return refused with { Next = refused.Next ?? SeeHelp(command) };
        }

        return (given, error.SymbolResult) switch
        {
            ({ IdentifierTokenCount: > 1, Option.Arity.MaximumNumberOfValues: 1 }, _) => new Fault(
                GeneralMessages.RepeatedOption, $"{given.Option.Name} is given {given.IdentifierTokenCount} times and takes one value"),
            ({ Tokens.Count: > 0 }, _) => new Fault(GeneralMessages.InvalidValue, $"{Quoted.Of(given.Tokens[^1].Value)} is not allowed")
            {
                Where = given.Option.Name,
                Next = SeeHelp(command),
            },
            ({ IdentifierTokenCount: > 0 }, _) => new Fault(GeneralMessages.MissingValue, $"{given.Option.Name} needs a value")
            {
                Next = $"Write: {given.Option.Name} {given.Option.HelpName ?? "VALUE"}",
            },
            (not null, _) => Missing(given.Option.Name, command),
            (_, ArgumentResult argument) => Missing(argument.Argument.HelpName ?? argument.Argument.Name, command),
            _ => new Fault(GeneralMessages.InvalidCommandLine, error.Message.TrimEnd('.')) { Next = SeeHelp(command) },
        };
    }

    private static Fault Missing(string name, Command command) =>
        new(GeneralMessages.MissingArgument, $"{Title(command)} needs {name}") { Next = SeeHelp(command) };

    /// <summary>The options that can be given to a command: its own, and the recursive ones of those above it.</summary>
    private static IEnumerable<Option> OptionsOf(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(p => p.Options.Where(o => o.Recursive)));

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-' && !char.IsAsciiDigit(token[1]);

    private static string Title(Command command) => command is RootCommand ? "pixverse" : $"pixverse {command.Name}";

    private static string SeeHelp(Command command) => $"Run: {Title(command)} --help";
}
