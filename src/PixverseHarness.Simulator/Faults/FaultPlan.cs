using System.Collections.Immutable;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Jobs;
using PixverseHarness.Simulator.Sessions;

namespace PixverseHarness.Simulator.Faults;

/// <summary>
/// Which faults one body will meet, computed before anything is sent. The decisions are those of the twin itself, so the
/// plan holds under any number of callers; what depends on the time of a request is stated as a window, what depends on
/// the state of a job is left to the rule.
/// </summary>
public static class FaultPlan
{
    private static readonly ImmutableArray<ApiOperation> Reads = [ApiOperation.GetStatus, ApiOperation.GetResult];

    /// <summary>The plan of one body: its submits, and the reads of one of the jobs that come of them.</summary>
    /// <param name="options">The twin: seed, profile, pace and rules.</param>
    /// <param name="key">The API key.</param>
    /// <param name="body">The body, byte for byte.</param>
    /// <param name="attempts">How many attempts of each request are looked at, from the first on.</param>
    /// <param name="job">The how-manieth accepted job of the body is read, from 1.</param>
    /// <param name="session">The session; empty for the default one.</param>
    public static IReadOnlyList<PlannedFault> Of(TwinOptions options, string key, ReadOnlySpan<byte> body, int attempts, int job = 1, string session = "")
    {
        var fates = new FateDrawer(options, session);
        var posted = fates.HashOf(key, body);
        var format = options.Profile.IdFormat;
        var id = RequestIds.Write(RequestIds.Mint(FateDrawer.IdOf(posted, job), format), format);
        var secret = TwinSession.SecretOf(options, session);
        var plan = new List<PlannedFault>();
        Add(ApiOperation.Submit, posted);
        foreach (var operation in Reads)
        {
            Add(operation, TwinSession.DecisionOf(secret, operation, key, id));
        }

        return plan;

        void Add(ApiOperation operation, UInt128 decision)
        {
            for (var attempt = 1; attempt <= attempts; attempt++)
            {
                foreach (var rule in options.Faults.Where(r => r.Concerns(operation, key, session, attempt)))
                {
                    if (rule.WindowOf(decision, attempt) is var (from, until))
                    {
                        plan.Add(new PlannedFault(operation, attempt, rule, options.Paced(from), until == TimeSpan.MaxValue ? null : options.Paced(until)));
                    }
                }
            }
        }
    }
}
