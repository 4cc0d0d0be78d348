using System.Globalization;
using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Reporting;

/// <summary>The named figures that several formats show, each computed in one place.</summary>
internal static class Facts
{
    private const int MostReasons = 5;

    /// <summary>The reasons of the verdict, the first few of many.</summary>
    public static IEnumerable<string> Reasons(RunDocument run)
    {
        var reasons = run.Verdict.Reasons;
        return reasons.Length <= MostReasons
            ? reasons
            : reasons.Take(MostReasons - 1).Append($"and {Figures.Count(reasons.Length - MostReasons + 1)} more, below");
    }

    /// <summary>The figures that a reader wants first.</summary>
    public static IEnumerable<Fact> Headline(MeasuredDocument run)
    {
        var seconds = run.DurationUs / 1e6;
        yield return new Fact("completed", Figures.Count(run.Count(JobOutcome.Completed)), $"of {Figures.Count(run.Arrivals)} jobs");
        yield return new Fact(
            run.ObjectiveUs is { } objective ? $"goodput within {Figures.Duration(objective)}" : "goodput",
            Figures.Rate(seconds > 0 ? run.Good / seconds : 0),
            $"{Figures.Share(run.Good, run.Arrivals)} of arrivals");
        var jobs = run.Phase(JobPhase.EndToEnd);
        foreach (var estimate in jobs?.Percentiles.Where(estimate => estimate.Percent is 50 or 95) ?? [])
        {
            yield return new Fact(
                string.Create(CultureInfo.InvariantCulture, $"job p{estimate.Percent}"),
                Figures.Percentile(estimate),
                Figures.Interval(estimate));
        }

        yield return new Fact("cost", Figures.Dollars(run.Totals.CostMicroDollars));
    }

    /// <summary>What speaks for or against the numbers.</summary>
    public static IEnumerable<Fact> Trust(MeasuredDocument run, GeneratorDocument? generator)
    {
        var little = run.Little;
        yield return Lateness(run, RequestOperation.Submit);
        yield return Lateness(run, RequestOperation.Poll);
        yield return new Fact("sent of offered", Figures.Share(run.Sent, run.Arrivals));
        yield return new Fact("shed", Figures.Count(run.Count(JobOutcome.Shed)));
        yield return new Fact("ended while watched", Figures.Share(
            run.Count(outcome => outcome.IsAccepted() && !outcome.IsCensored()), run.Count(JobOutcomes.IsAccepted)));
        yield return new Fact("throttled", Figures.Duration(run.Totals.ThrottledUs));
        yield return new Fact("poll errors survived", Figures.Count(run.Totals.PollErrorsSurvived));
        yield return new Fact("mean in flight", Figures.Number(little.MeanInFlight));
        yield return new Fact(
            "rate × time (Little)",
            Figures.Number(little.Product),
            little.IsMeaningful
                ? $"= {Figures.Rate(little.SentPerSecond)} × {Figures.Number(little.MeanSecondsInFlight)} s, differs by {Figures.Share(little.RelativeDifference)}"
                : "nothing to check: no job was in flight");
        if (generator is { Readings: > 0 })
        {
            yield return new Fact("generator CPU", Figures.Share(generator.CpuShareMean), $"mean, {Figures.Share(generator.CpuShareMaximum)} most");
            yield return new Fact("GC pauses", Figures.Duration(generator.GcPauseUs), $"in all, {Figures.Share(generator.GcPauseShareMaximum)} of one reading at most");
            yield return new Fact("thread-pool queue", $"{Figures.Count(generator.ThreadPoolQueueMaximum)} at most");
            yield return new Fact("resident memory", $"{Figures.Count(generator.ResidentBytesMaximum >> 20)} MiB at most");
        }
    }

    /// <summary>Where the run comes from and what it set out to do.</summary>
    public static IEnumerable<Fact> Origin(RunDocument run, HostDocument? host)
    {
        yield return new Fact("seed", run.Run.Seed.ToString(CultureInfo.InvariantCulture));
        yield return new Fact("target", run.Run.Target.ToString().ToLowerInvariant() + (host?.TargetAddress is { } address ? $" {address}" : ""));
        if (run.Verification is { } verification)
        {
            yield return new Fact("profile", verification.Profile);
        }

        foreach (var fact in run.Run.Plan.Facts)
        {
            yield return new Fact(fact.Name, fact.Value);
        }

        yield return new Fact("PixverseHarness", run.Run.ToolVersion);
        if (run.Run.ContractVersion is { } contract)
        {
            yield return new Fact("contract", contract);
        }

        yield return new Fact("schema", run.SchemaVersion);
        if (host is not null)
        {
            yield return new Fact("started", host.StartedAt.ToString("yyyy-MM-dd HH:mm:ss 'UTC'zzz", CultureInfo.InvariantCulture));
            yield return new Fact("machine", $"{host.OperatingSystem}, {Figures.Count(host.Cores)} cores, {host.Runtime}");
            if (host.Commit is { } commit)
            {
                yield return new Fact("commit", commit);
            }
        }
    }

    // Of few requests the 99th percentile is the worst one: the number beside it says so.
    private static Fact Lateness(MeasuredDocument run, RequestOperation operation)
    {
        var late = run.Request(operation).Lateness.ToDistribution();
        var name = $"{operation.ToTag()} lateness p99";
        return late.Count == 0
            ? new Fact(name, Figures.None)
            : new Fact(name, Figures.Duration(late.AtRank((long)Math.Ceiling(0.99 * late.Count))), $"of {Figures.Count(late.Count)}");
    }
}
