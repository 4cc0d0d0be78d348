using System.Collections.Concurrent;
using System.Collections.Immutable;
using PixverseHarness.Contract.Clauses;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Results.Findings;
using PixverseHarness.Verification.Checks;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Reproduction;
using PixverseHarness.Verification.Stories;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Verification.Suite;

/// <summary>
/// Runs checks against a target. Checks are independent: each has scenes of its own or listens to a story, and what
/// goes wrong in one is no concern of the others.
/// </summary>
public sealed class VerificationSuite
{
    private readonly ImmutableArray<ClauseCheck> _checks;

    /// <summary>Takes the checks of the catalogue.</summary>
    public VerificationSuite()
        : this(CheckCatalogue.All)
    {
    }

    /// <summary>Takes certain checks.</summary>
    public VerificationSuite(ImmutableArray<ClauseCheck> checks) => _checks = checks;

    /// <summary>The checks that the options allow, the free ones first, then those expected to fail, then the paid ones.</summary>
    public ImmutableArray<ClauseCheck> Plan(SuiteOptions options)
    {
        var spent = new HashSet<Expense>();
        var chosen = ImmutableArray.CreateBuilder<ClauseCheck>();
        foreach (var check in _checks.OrderBy(c => c.Cost))
        {
            if (options.Allows(check, Expense.Sum(spent.Union(check.Expenses))))
            {
                chosen.Add(check);
                spent.UnionWith(check.Expenses);
            }
        }

        return chosen.ToImmutable();
    }

    /// <summary>Runs the suite.</summary>
    public async Task<SuiteResult> RunAsync(ITarget target, SuiteOptions options, CancellationToken cancellationToken)
    {
        var stories = new StoryBook(target);
        var plan = Plan(options);
        var judges = new ConcurrentDictionary<ClauseCheck, Judge>();
        var faults = new ConcurrentBag<string>();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        async ValueTask RunOneAsync(ClauseCheck check, CancellationToken stop)
        {
            var run = new CheckRun(check, stories, options);
            judges[check] = run.Judge;
            try
            {
                await check.RunAsync(run, stop);
            }
            catch (HttpRequestException lost)
            {
                run.Judge.NotChecked(check.Clauses, $"the target stopped answering: {lost.Message.TrimEnd('.')}");
            }
            catch (RateLimitedException limit)
            {
                run.Judge.NotChecked(check.Clauses, limit.Message);
            }
            catch (Exception own) when (own is not OperationCanceledException)
            {
                faults.Add($"{check.Name}: {own}");
                run.Judge.NotChecked(check.Clauses, $"the check {check.Name} broke down: {own.Message}");
            }

            if (options.StopAtFirst && run.Judge.HasFindings)
            {
                await enough.CancelAsync();
            }
        }

        try
        {
            if (options.Parallel > 1 && target.HasSessions)
            {
                var degree = new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = enough.Token };
                await Parallel.ForEachAsync(plan, degree, RunOneAsync);
            }
            else
            {
                foreach (var check in plan)
                {
                    await RunOneAsync(check, enough.Token);
                    enough.Token.ThrowIfCancellationRequested();
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // One finding was enough.
        }

        return new SuiteResult
        {
            Target = target.Name,
            Profile = target.Profile.Name,
            Seed = options.Seed,
            Requests = stories.Requests,
            Scripts = Scripts(judges.Values),
            OwnFaults = [.. faults.Order(StringComparer.Ordinal)],
            Clauses = [.. Wanted(options).Select(c => Outcome(c, target.Profile, plan, judges))],
        };
    }

    private static ImmutableSortedDictionary<string, string> Scripts(IEnumerable<Judge> judges)
    {
        var scripts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (finding, exchange) in judges.SelectMany(j => j.Records.Values).SelectMany(r => r.Findings))
        {
            scripts[finding.Id] = ReproScript.Of(finding, exchange);
        }

        return scripts.ToImmutable();
    }

    private static IEnumerable<Clause> Wanted(SuiteOptions options) =>
        ClauseCatalogue.All.Where(c => options.Clauses.IsEmpty || options.Clauses.Contains(c.Id));

    private ClauseOutcome Outcome(
        Clause clause, ApiProfile profile, ImmutableArray<ClauseCheck> plan, ConcurrentDictionary<ClauseCheck, Judge> judges)
    {
        if (!clause.HoldsUnder(profile))
        {
            return new ClauseOutcome { Clause = clause, Verdict = ClauseVerdict.OtherProfile, Reason = $"holds under {clause.Profile}" };
        }

        // In the order of the plan, so that the same run reads the same whoever was first.
        ClauseRecord[] records = [.. plan
            .Select(c => judges.TryGetValue(c, out var judge) ? judge.Records.GetValueOrDefault(clause.Id) : null)
            .OfType<ClauseRecord>()];
        var findings = records.SelectMany(r => r.Findings).Select(f => f.Finding).DistinctBy(f => f.Id).ToImmutableArray();
        var looks = records.Sum(r => r.Looks);
        var verdict = findings.Any(f => f.Severity == FindingSeverity.Error) ? ClauseVerdict.Violated
            : looks == 0 ? NotLookedAt(clause)
            : clause.Evidence.Confidence == Confidence.Unknown ? ClauseVerdict.Observed
            : ClauseVerdict.Held;
        return new ClauseOutcome
        {
            Clause = clause,
            Verdict = verdict,
            Looks = looks,
            Findings = findings,
            Observations = [.. records.SelectMany(r => r.Observations).Distinct()],
            Reason = looks > 0 ? null : NotCheckable.ReasonFor(clause.Id) ?? records.Select(r => r.Reason).FirstOrDefault(r => r is not null) ?? Missing(clause),
        };
    }

    private static ClauseVerdict NotLookedAt(Clause clause) =>
        NotCheckable.ReasonFor(clause.Id) is null ? ClauseVerdict.NotChecked : ClauseVerdict.NotCheckable;

    private string Missing(Clause clause)
    {
        var check = _checks.Where(c => c.Clauses.Contains(clause.Id)).OrderBy(c => c.Cost).FirstOrDefault();
        return check is null ? "no check speaks of it"
            : check.Cost == CheckCost.Free ? $"the check {check.Name} did not come so far"
            : $"the check {check.Name} may cost up to {Expense.Sum(check.Expenses)}";
    }
}
