using System.Collections.Immutable;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Verification.Checks;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Verification.Snapshots.Contracts;

/// <summary>
/// Takes the contract of a target down: what each operation answers to each error cause that it can meet and to every
/// success, request and answer, and the conversations that clients have. A cause is met as any client would meet it where
/// the profile has a way, else by the target's own triggers.
/// </summary>
public static class ContractSnapshots
{
    // Why the scenario came to an early end; null if it did not.
    private static async Task<string?> PlayAsync(SnapshotScenario scenario, SnapshotTaker taker, CancellationToken cancellationToken)
    {
        try
        {
            await scenario.PlayAsync(taker, cancellationToken);
            return null;
        }
        catch (RateLimitedException limit)
        {
            return limit.Message;
        }
    }

    private static readonly ImmutableArray<SnapshotScenario> Scenarios = [.. RefusalScenarios.All, .. JobScenarios.All, .. SyncScenarios.All];

    /// <summary>Everything that there is to pin, whatever the profile.</summary>
    public static ImmutableArray<SnapshotCase> Cases { get; } = [.. Scenarios.SelectMany(s => s.Cases)];

    /// <summary>Whether a name is that of a snapshot under this profile, or could have been.</summary>
    public static bool Covers(string name, ApiProfile profile)
    {
        var profileText = $"_profile={profile.Name}";
        return (name.StartsWith(SnapshotCase.Answers + ".", StringComparison.Ordinal) && name.Contains(profileText + "_", StringComparison.Ordinal))
            || (name.StartsWith(SnapshotCase.Talks + ".", StringComparison.Ordinal) && name.EndsWith(profileText, StringComparison.Ordinal));
    }

    /// <summary>The most that taking the snapshots can cost, within what may be spent.</summary>
    /// <param name="mostSpend">The most that may be spent; null for no limit.</param>
    public static MicroDollars WorstCase(MicroDollars? mostSpend) =>
        Plan(mostSpend).Where(p => p.IsWithin).Aggregate(MicroDollars.Zero, (sum, p) => sum + p.Scenario.Worst);

    /// <summary>Takes the snapshots.</summary>
    /// <param name="target">Whose.</param>
    /// <param name="mostSpend">The most that may be spent; null for no limit. Zero leaves what is free.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SnapshotTaking> TakeAsync(ITarget target, MicroDollars? mostSpend, CancellationToken cancellationToken)
    {
        var taken = new List<Snapshot>();
        var reasons = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (scenario, isWithin) in Plan(mostSpend))
        {
            if (!isWithin)
            {
                Leave(scenario, $"it may cost up to {scenario.Worst}");
                continue;
            }

            var offer = await target.OpenAsync($"snapshots-{scenario.Name}", scenario.Wish, cancellationToken);
            if (offer.Scene is not { } scene)
            {
                Leave(scenario, offer.Refusal!);
                continue;
            }

            var taker = new SnapshotTaker(new Conversation(scene));
            var limited = await PlayAsync(scenario, taker, cancellationToken);
            foreach (var wanted in scenario.Cases)
            {
                if (taker.TextOf(wanted) is { } text)
                {
                    taken.Add(wanted.With(text, target.Profile));
                }
                else
                {
                    reasons[wanted.NameUnder(target.Profile)] = limited ?? taker.ReasonFor(wanted);
                }
            }
        }

        return new SnapshotTaking { Taken = [.. taken.OrderBy(s => s.Name, StringComparer.Ordinal)], NotTaken = reasons.ToImmutable() };

        void Leave(SnapshotScenario scenario, string reason)
        {
            foreach (var wanted in scenario.Cases)
            {
                reasons[wanted.NameUnder(target.Profile)] = reason;
            }
        }
    }

    // What is free first, then what is expected to fail, then what is paid.
    private static IEnumerable<(SnapshotScenario Scenario, bool IsWithin)> Plan(MicroDollars? mostSpend)
    {
        var spent = MicroDollars.Zero;
        foreach (var scenario in Scenarios.OrderBy(s => s.Cost))
        {
            var isWithin = mostSpend is not { } most || scenario.Cost == CheckCost.Free || spent + scenario.Worst <= most;
            spent += isWithin ? scenario.Worst : MicroDollars.Zero;
            yield return (scenario, isWithin);
        }
    }
}
