using System.Collections.Immutable;
using System.CommandLine;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Verification.Snapshots;

namespace PixverseHarness.Cli.Verify;

/// <summary>The options that pin answers, or what a program sends, in files.</summary>
internal sealed class SnapshotFlags
{
    private const string DefaultFolder = "pixverse-snapshots";
    private const string All = "*";

    private readonly Option<string?> _folder = new StrictOption<string?>(
        "--snapshots", "[FOLDER]", $"Holds every answer, or with --client every request, against the files of a folder. Default {DefaultFolder}.",
        texts => texts.Count > 0 ? texts[^1] : DefaultFolder)
    {
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string[]?> _accept = new StrictOption<string[]?>(
        "--accept", "[ID]", "Takes what differs from the snapshots into their folder: all, or only the snapshot of this name; * stands for any characters. May be repeated.",
        texts => texts.Count > 0 ? [.. texts] : [All])
    {
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(_folder);
        verb.Options.Add(_accept);
    }

    /// <summary>Whether snapshots are asked for.</summary>
    public bool AreAsked(VerbContext context) => context.Get(_folder) is not null || IsAccepting(context);

    /// <summary>Whether changes are taken.</summary>
    public bool IsAccepting(VerbContext context) => Accepted(context).Length > 0;

    /// <summary>Refuses the options beside another one that would leave them without effect.</summary>
    /// <param name="context">The command line.</param>
    /// <param name="other">The other option.</param>
    /// <exception cref="FaultException">They are given (PXH0109).</exception>
    public void Refuse(VerbContext context, string other)
    {
        if (AreAsked(context))
        {
            throw new FaultException(new Fault(GeneralMessages.InvalidCommandLine, $"{(IsAccepting(context) ? _accept.Name : _folder.Name)} does not go with {other}")
            {
                Next = "Run them one after the other.",
            });
        }
    }

    /// <summary>The folder.</summary>
    public SnapshotFolder Folder(VerbContext context) => new(context.Edges.Files, (context.Get(_folder) ?? DefaultFolder).TrimEnd('/'));

    /// <summary>What may be written.</summary>
    /// <exception cref="FaultException">Changes are to be taken on a build server (PXH0811).</exception>
    public SnapshotRules Rules(VerbContext context)
    {
        var onBuildServer = BuildServer.IsDetected(context.Edges.Variable);
        return onBuildServer && IsAccepting(context)
            ? throw new FaultException(new Fault(SnapshotMessages.NotOnBuildServers, "this is a build server") { Where = "--accept" })
            : new SnapshotRules { ReadOnly = onBuildServer, Accept = Accepted(context) };
    }

    /// <summary>Refuses to accept a name that no snapshot has.</summary>
    /// <param name="context">The command line.</param>
    /// <param name="names">The names of all snapshots of this run, and of the files that are there.</param>
    /// <exception cref="FaultException">One of the given names fits none (PXH0812).</exception>
    public void CheckNames(VerbContext context, IEnumerable<string> names)
    {
        var all = names.ToImmutableHashSet(StringComparer.Ordinal);
        foreach (var id in Accepted(context))
        {
            if (!all.Any(name => new SnapshotRules { Accept = [id] }.Takes(name)))
            {
                throw new FaultException(
                    Fault.NotOneOf(SnapshotMessages.UnknownSnapshot, $"{Quoted.Of(id)} is no snapshot", id, all.Order(StringComparer.Ordinal)) with { Where = "--accept" });
            }
        }
    }

    private ImmutableArray<string> Accepted(VerbContext context) => [.. context.Get(_accept) ?? []];
}
