using System.Collections.Concurrent;
using System.Collections.Immutable;
using PixverseHarness.Contract.Clauses;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Results.Findings;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Mutants;
using PixverseHarness.Verification.Suite;

namespace PixverseHarness.Cli.Verify;

/// <summary>
/// Proves that the suite can fail and that it does not fail for nothing: runs it against every mutant of the twin, and
/// against the right twin under many seeds.
/// </summary>
/// <param name="seed">Seed of the mutants' run; the right twin is tried from it on.</param>
internal sealed class SelfTest(ulong seed)
{
    private const int Cores = 2;
    private static readonly VerificationSuite Suite = new();

    /// <summary>Seeds under which the right twin is tried, in both profiles.</summary>
    public const int Seeds = 50;

    /// <summary>The clauses that must be able to fail: all that are no open question and can be checked at all.</summary>
    public static IEnumerable<Clause> ToProve { get; } =
        ClauseCatalogue.All.Where(c => c.Evidence.Confidence != Confidence.Unknown && NotCheckable.ReasonFor(c.Id) is null);

    /// <summary>The profiles that together show every clause: both named ones, and one with the choices that neither makes.</summary>
    public static ImmutableArray<ApiProfile> Profiles { get; } = [ApiProfile.Documented, ApiProfile.Observed, Alternatives()];

    /// <summary>Runs everything.</summary>
    /// <param name="isQuick">Whether a mutant is let go at the first clause that it violates.</param>
    /// <param name="progress">Told how many runs are done, and of how many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SelfTestResult> RunAsync(bool isQuick, Action<int, int> progress, CancellationToken cancellationToken)
    {
        var trials = MutantCatalogue.All.SelectMany(m => Profiles.Where(p => Holds(m, p)).Take(1).Select(p => (Mutant: m, Profile: p))).ToList();
        var done = 0;
        var total = trials.Count + (Seeds * 2);
        var killed = new ConcurrentDictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        await EachAsync(trials, async (trial, stop) =>
        {
            killed[trial.Mutant.Id] = await KillersAsync(trial.Mutant, trial.Profile, isQuick, [], stop);
            progress(Interlocked.Increment(ref done), total);
        }, cancellationToken);
        var unproven = isQuick ? [] : await ProveElsewhereAsync(killed, cancellationToken);
        var alarms = new ConcurrentBag<string>();
        await EachAsync(
            [.. from n in Enumerable.Range(0, Seeds) from profile in Profiles[..2] select (Seed: seed + (ulong)n, Profile: profile)],
            async (trial, stop) =>
            {
                var result = await Suite.RunAsync(
                    new EmbeddedTarget(new TwinOptions { Seed = trial.Seed, Profile = trial.Profile }), new SuiteOptions { Seed = trial.Seed }, stop);
                foreach (var finding in result.Findings)
                {
                    alarms.Add($"seed {trial.Seed}, {trial.Profile.Name}: {finding.Clause} {finding.Where}: {finding.Seen}");
                }

                foreach (var fault in result.OwnFaults)
                {
                    alarms.Add($"seed {trial.Seed}, {trial.Profile.Name}: {fault}");
                }

                progress(Interlocked.Increment(ref done), total);
            },
            cancellationToken);
        return new SelfTestResult
        {
            Mutants = [.. MutantCatalogue.All.Select(m => new MutantOutcome(m.Id, m.Summary, killed.GetValueOrDefault(m.Id, [])))],
            FalseAlarms = [.. alarms.Order(StringComparer.Ordinal)],
            CleanRuns = Seeds * 2,
            UnprovenClauses = unproven,
        };
    }

    // Clauses that no mutant violates at home are tried again under the other profiles, with the checks that speak of them.
    private async Task<ImmutableArray<string>> ProveElsewhereAsync(
        ConcurrentDictionary<string, ImmutableArray<string>> killed, CancellationToken cancellationToken)
    {
        var open = ToProve.Select(c => c.Id).Except(killed.Values.SelectMany(c => c), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        foreach (var profile in Profiles)
        {
            var wanted = open.Where(id => ClauseCatalogue.Find(id)!.HoldsUnder(profile)).ToImmutableArray();
            if (wanted.IsEmpty)
            {
                continue;
            }

            await EachAsync([.. MutantCatalogue.All.Where(m => Holds(m, profile))], async (mutant, stop) =>
            {
                var more = await KillersAsync(mutant, profile, isQuick: false, wanted, stop);
                killed.AddOrUpdate(mutant.Id, more, (_, before) => [.. before.Union(more, StringComparer.Ordinal)]);
            }, cancellationToken);
            open.ExceptWith(killed.Values.SelectMany(c => c));
        }

        return [.. open.Order(StringComparer.Ordinal)];
    }

    private async Task<ImmutableArray<string>> KillersAsync(
        Mutant mutant, ApiProfile profile, bool isQuick, ImmutableArray<string> clauses, CancellationToken cancellationToken)
    {
        var target = new EmbeddedTarget(new TwinOptions { Seed = seed, Profile = profile, Mutant = mutant });
        var result = await Suite.RunAsync(target, new SuiteOptions { Seed = seed, StopAtFirst = isQuick, Clauses = clauses, ShrinkRequests = 0 }, cancellationToken);
        return [.. result.Clauses.Where(c => c.Verdict == ClauseVerdict.Violated).Select(c => c.Clause.Id)];
    }

    private static Task EachAsync<T>(IReadOnlyCollection<T> items, Func<T, CancellationToken, ValueTask> run, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = Cores, CancellationToken = cancellationToken }, run);

    /// <summary>Whether a mutant is wrong under a profile at all.</summary>
    public static bool Holds(Mutant mutant, ApiProfile profile) =>
        mutant.Under is null || mutant.Under.Split(',').All(condition =>
        {
            var parts = condition.Split('=');
            return ProfileSwitches.Find(parts[0])!.Get(profile) == parts[1];
        });

    private static ApiProfile Alternatives()
    {
        var profile = ProfileSwitches.Find("omitted")!.Apply(ApiProfile.Documented, "default");
        foreach (var clause in ToProve.Where(c => !c.HoldsUnder(ApiProfile.Documented) && !c.HoldsUnder(ApiProfile.Observed)))
        {
            var parts = clause.Profile!.Split('=');
            profile = ProfileSwitches.Find(parts[0])!.Apply(profile, parts[1]);
        }

        return profile;
    }
}
