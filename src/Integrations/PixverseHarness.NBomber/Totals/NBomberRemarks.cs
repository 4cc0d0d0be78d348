using System.Globalization;
using PixverseHarness.Load.Engine;
using PixverseHarness.NBomber.Jobs;
using PixverseHarness.NBomber.Mapping;
using PixverseHarness.Results.Analysis;

namespace PixverseHarness.NBomber.Totals;

/// <summary>What a reader must know of a run on NBomber: what it cannot know, what it counted itself, and where that contradicts us.</summary>
internal static class NBomberRemarks
{
    /// <summary>Least share of the planned jobs that NBomber must have started.</summary>
    public const double LeastStarted = 0.99;

    /// <summary>All remarks, in order.</summary>
    /// <param name="version">NBomber's version.</param>
    /// <param name="load">What it was asked for.</param>
    /// <param name="copies">How many copies ran, by our count.</param>
    /// <param name="result">What the jobs showed.</param>
    /// <param name="totals">What it says.</param>
    public static IEnumerable<Remark> Of(string version, MappedLoad load, long copies, LoadResult result, NBomberTotals totals)
    {
        yield return new Remark(
            "engine-nbomber",
            RemarkWeight.Note,
            string.Create(CultureInfo.InvariantCulture, $"NBomber {version} started the jobs. It does not say when it meant to start one, and draws instants and random rates without our seed: ")
            + "submit lateness is absent, latencies count from the actual start, and another run starts its jobs at other instants.");
        if (result.WasCutShort)
        {
            yield break;
        }

        if (result.Reason == StopReason.PlanDone && load.Jobs is { } planned && result.Offered < planned * LeastStarted)
        {
            yield return new Remark("generator-late", RemarkWeight.Distrust, string.Create(
                CultureInfo.InvariantCulture, $"NBomber started {result.Offered} of {planned} planned jobs (limit {LeastStarted:0 %}): it did not keep the rate."));
        }

        var own = totals.Copies;
        yield return new Remark("nbomber-count", RemarkWeight.Note, string.Create(
            CultureInfo.InvariantCulture, $"By its own count {own.Count} jobs: {own.Ok} ok with p50 {own.P50:0.#} ms and p95 {own.P95:0.#} ms, {own.Failed} failed."));
        if (own.Count != copies)
        {
            yield return Mismatch("jobs", own.Count, copies);
        }

        if (Of(totals, StepNames.Poll) is var polls && polls != result.Polls)
        {
            yield return Mismatch("polls", polls, result.Polls);
        }
    }

    private static long Of(NBomberTotals totals, string step) => totals.Steps.Where(s => s.Name == step).Sum(static s => s.Count);

    private static Remark Mismatch(string what, long theirs, long ours) => new("nbomber-miscount", RemarkWeight.Warning, string.Create(
        CultureInfo.InvariantCulture, $"NBomber counted {theirs} {what} where {ours} ran: its own reports miss some."));
}
