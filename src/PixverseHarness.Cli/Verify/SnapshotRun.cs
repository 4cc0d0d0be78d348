using System.Collections.Immutable;
using System.Text.Json;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Verification.Checks;
using PixverseHarness.Verification.Clients;
using PixverseHarness.Verification.Snapshots;
using PixverseHarness.Verification.Snapshots.Contracts;
using PixverseHarness.Verification.Suite;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Cli.Verify;

/// <summary>Takes snapshots, and holds them against the files of a folder or accepts them.</summary>
internal sealed class SnapshotRun(VerbContext context, SnapshotFlags flags)
{
    /// <summary>What the checks of a suite leave of the most that may be spent; null for no limit.</summary>
    public static MicroDollars? LeftBy(VerificationSuite suite, SuiteOptions options) =>
        options.MostSpend - Expense.Sum(suite.Plan(options).SelectMany(c => c.Expenses).Distinct());

    /// <summary>The answers of a target.</summary>
    /// <param name="target">Whose.</param>
    /// <param name="mostSpend">The most that may be spent; null for no limit.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FaultException">Nothing may be accepted here, a name is unknown, nothing could be taken, or the folder fails (PXH0811 to PXH0814).</exception>
    public async Task<SnapshotResult> RunAsync(ITarget target, MicroDollars? mostSpend, CancellationToken cancellationToken)
    {
        var (folder, rules) = (flags.Folder(context), flags.Rules(context));
        flags.CheckNames(context, ContractSnapshots.Cases.Select(c => c.NameUnder(target.Profile)).Concat(Names(folder)));
        var taking = await ContractSnapshots.TakeAsync(target, mostSpend, cancellationToken);
        if (taking.Taken.IsEmpty)
        {
            throw new FaultException(new Fault(SnapshotMessages.NothingTaken, $"{target.Name} gave no answer that a snapshot pins"));
        }

        var store = new SnapshotStore(folder, rules);
        foreach (var snapshot in taking.Taken)
        {
            store.Compare(snapshot);
        }

        // What could not be brought about this time is no reason to call its file left over.
        var report = store.ReportAll(name => ContractSnapshots.Covers(name, target.Profile) && !taking.NotTaken.ContainsKey(name));
        return new SnapshotResult(report, taking.NotTaken);
    }

    /// <summary>Takes what differs into the folder, and tells of it.</summary>
    /// <returns>One of <see cref="ExitCodes"/>: findings are what was not to be accepted.</returns>
    public async Task<int> AcceptAsync(ITarget target, MicroDollars? mostSpend, CancellationToken cancellationToken)
    {
        var pinned = await RunAsync(target, mostSpend, cancellationToken);
        if (context.IsJson)
        {
            context.Output.WriteLine(JsonSerializer.Serialize(SnapshotDocument.Of(pinned)!, CliJson.Readable.SnapshotDocument));
        }
        else
        {
            var text = new SnapshotText(context.Output);
            text.WriteFailures(pinned.Report);
            text.WriteCounts(pinned);
        }

        return pinned.Report.HasFailures ? ExitCodes.Findings : ExitCodes.Ok;
    }

    /// <summary>What a program sent.</summary>
    /// <exception cref="FaultException">Nothing may be accepted here, a name is unknown, or the folder fails (PXH0811 to PXH0813).</exception>
    public SnapshotResult Run(IEnumerable<ClientRequest> requests, IEnumerable<string> ids, string key, string origin)
    {
        var (folder, rules) = (flags.Folder(context), flags.Rules(context));
        flags.CheckNames(context, Names(folder).Append(ClientSnapshot.Name));
        var store = new SnapshotStore(folder, rules);
        store.Compare(ClientSnapshot.Of(requests, ids, key, origin));
        return new SnapshotResult(store.Report(), ImmutableSortedDictionary<string, string>.Empty);
    }

    private static IEnumerable<string> Names(SnapshotFolder folder) => folder.List().Select(Snapshot.NameOf).OfType<string>();
}
