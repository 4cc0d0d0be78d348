using System.Globalization;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator;
using PixverseHarness.Verification.Checks;
using PixverseHarness.Verification.Snapshots.Contracts;
using PixverseHarness.Verification.Suite;

namespace PixverseHarness.Cli.Verify;

/// <summary>
/// <c>pixverse verify --dry-run</c>: plays the planned checks against a twin in this process and lists what they would
/// send. The number of polls depends on how long jobs take; everything else is as it will be.
/// </summary>
internal sealed class Rehearsal(VerbContext context, ApiProfile profile, SnapshotFlags snapshots)
{
    private readonly Dictionary<string, (int Count, MicroDollars Worst)> _lines = new(StringComparer.Ordinal);

    /// <summary>Plays and lists.</summary>
    public async Task<int> RunAsync(SuiteOptions options, bool isTwin, CancellationToken cancellationToken)
    {
        var suite = new VerificationSuite();
        var target = new RehearsedTarget(new EmbeddedTarget(new TwinOptions { Seed = options.Seed, Profile = profile }), isTwin, Note);
        if (!snapshots.IsAccepting(context))
        {
            await suite.RunAsync(target, options with { Parallel = 1 }, cancellationToken);
            foreach (var check in suite.Plan(options))
            {
                context.Output.WriteLine($"check {check.Name,-22} at most {Expense.Sum(check.Expenses)}");
            }
        }

        if (snapshots.AreAsked(context))
        {
            var most = snapshots.IsAccepting(context) ? options.MostSpend : SnapshotRun.LeftBy(suite, options);
            await ContractSnapshots.TakeAsync(target, most, cancellationToken);
            context.Output.WriteLine($"snapshots{"",-19} at most {ContractSnapshots.WorstCase(most)}");
        }

        var total = MicroDollars.Zero;
        foreach (var (line, (count, worst)) in _lines)
        {
            context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,6} x {line,-50} at most {worst}"));
            total += worst;
        }

        context.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{_lines.Values.Sum(l => l.Count)} requests, at most {total}; seed {options.Seed}; nothing was sent"));
        return ExitCodes.Ok;
    }

    // The worst case of a POST is that it makes a job, whatever is wrong with it.
    private void Note(string method, string path, byte[] body)
    {
        var makesJob = method == "POST" && Operations.All.Any(o => o.CreatesJob && path.EndsWith(o.PathTemplate, StringComparison.Ordinal));
        var reading = makesJob ? RequestReader.Read(body, profile) : null;
        var worst = reading is null ? MicroDollars.Zero : reading.IsValid ? PriceTable.PriceOf(reading.Request) : MicroDollars.Zero;
        var line = $"{method} {Generalised(path)}{(reading is { IsValid: false } ? " (a body that is to be refused)" : "")}";
        var (count, sum) = _lines.GetValueOrDefault(line);
        _lines[line] = (count + 1, sum + worst);
    }

    private static string Generalised(string path) => string.Join('/', path.Split('/').Select(s => s.Length >= 32 ? "{id}" : s));
}
