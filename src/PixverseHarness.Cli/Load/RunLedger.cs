using System.Text;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Load.Ledger;
using PixverseHarness.Results.Documents;

namespace PixverseHarness.Cli.Load;

/// <summary>
/// The ledger of a run, a file in its folder: every submit is noted before it is sent and once it is answered, so that a
/// killed run loses no job. Where jobs may be paid for, the note also waits until it is on disk.
/// </summary>
internal sealed class RunLedger : IDisposable
{
    /// <summary>The file's name.</summary>
    public const string FileName = "submits.jsonl";

    private readonly StreamWriter _writer;

    private RunLedger(Stream file, ulong seed, bool append, Func<Task>? commit)
    {
        _writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Ledger = new JsonLinesLedger(_writer, seed, append, commit);
    }

    /// <summary>Where the engine notes its submits.</summary>
    public ISubmitLedger Ledger { get; }

    /// <summary>Opens the ledger of an order: a new one, or at its end the one that is resumed.</summary>
    /// <exception cref="FaultException">A ledger is there that still has open jobs (PXH0806), or the file cannot be opened.</exception>
    public static RunLedger Open(LoadOrder order, LoadTarget target, VerbContext context)
    {
        var path = PathOf(order.ResumedFolder ?? order.Folder);

        // What the embedded twin was asked for ended with it; anything else may have been paid for.
        if (order.ResumedFolder is null && target.Kind != TargetKind.Simulator && context.Edges.Files.Exists(path) && Read(path, context) is var open
            && (!open.Unresolved.IsEmpty || !open.PossiblyBilled.IsEmpty))
        {
            throw new FaultException(new Fault(
                LoadMessages.OpenLedger, FormattableString.Invariant($"{open.Unresolved.Length} jobs without an end and {open.PossiblyBilled.Length} possibly billed submits stand in it"))
            {
                Where = path,
            });
        }

        var file = order.ResumedFolder is null ? context.CreateFile(path) : context.AppendFile(path);
        return new RunLedger(
            file,
            order.Seed,
            append: order.ResumedFolder is not null,
            target.IsPaid ? () => context.Edges.Files.CommitAsync(file) : null);
    }

    /// <summary>Reads the ledger of a run's folder.</summary>
    /// <exception cref="FaultException">It cannot be read (PXH0201).</exception>
    public static LedgerContents ReadFolder(string folder, VerbContext context) => Read(PathOf(folder), context);

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private static LedgerContents Read(string path, VerbContext context)
    {
        using var text = new StringReader(Encoding.UTF8.GetString(context.ReadFile(path)));
        return LedgerContents.Read(text);
    }

    private static string PathOf(string folder) => Path.Combine(folder, FileName);
}
