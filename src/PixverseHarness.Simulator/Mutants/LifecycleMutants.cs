using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Mutants;

/// <summary>States, times, and how jobs end.</summary>
internal static class LifecycleMutants
{
    private static readonly TimeSpan Ceiling = TimeSpan.FromSeconds(600);

    public static ImmutableArray<Mutant> All { get; } =
    [
        Say("regress-once", "the tenth poll says QUEUED again", s => s.Operation == ApiOperation.GetStatus && s.Attempt == 10, r => r.With("/status", "QUEUED")),
        Say("terminal-flips", "a final state turns into the other one at the second look",
            s => s.Reads && s.State == JobState.Completed && s.Attempt % 2 == 0, r => r.With("/status", "FAILED")),
        Say("terminal-restarts", "after ten minutes a completed job is PROCESSING again",
            s => s.Reads && s.State == JobState.Completed && s.Age > TimeSpan.FromMinutes(10), r => r.With("/status", "PROCESSING")),
        Say("failed-recovers", "after ten minutes a failed job is COMPLETED",
            s => s.Reads && s.State == JobState.Failed && s.Age > TimeSpan.FromMinutes(10), r => r.With("/status", "COMPLETED")),
        Say("unknown-state", "a running job is RUNNING", s => s.Reads && s.State == JobState.Processing, r => r.With("/status", "RUNNING")),
        Say("lower-case-states", "states come in lower case", s => s.Reads, r => r.Changed("/status", v => v?.GetValue<string>().ToLowerInvariant())),
        Say("blocked-state", "blocked content is BLOCKED, a state of its own", s => s.Reads && s.Cause == ErrorCauses.ContentBlocked, r => r.With("/status", "BLOCKED")),
        Say("completes-late", "status says PROCESSING for five seconds after the end",
            s => s.Is(ApiOperation.GetStatus, JobState.Completed) && s.Now - s.Job!.EndsAt < 5 * TimeSpan.TicksPerSecond,
            r => r.With("/status", "PROCESSING")),
        Say("result-early", "the result is COMPLETED with an output before the job is", s => s.Is(ApiOperation.GetResult, JobState.Processing),
            r => r.With("/status", "COMPLETED").With("/output", "https://images.invalid/early.mp4")),
        Say("status-disagrees", "the result call never shows PROCESSING", s => s.Is(ApiOperation.GetResult, JobState.Processing), r => r.With("/status", "QUEUED")),
        Say("reads-age-the-job", "each read makes inference_time longer", s => s.Reads && s.State == JobState.Completed, (r, s) => r.Moved("/metrics/inference_time", s.Attempt)),
        Say("result-changes", "each read of the result names another seed", s => s.Is(ApiOperation.GetResult, JobState.Completed),
            (r, s) => r.With("/seed", $"{s.Attempt}")),
        Say("times-in-milliseconds", "inference_time is in milliseconds", s => s.Is(ApiOperation.GetStatus, JobState.Completed),
            r => r.Changed("/metrics/inference_time", v => v!.GetValue<decimal>() * 1000)),
        Say("negative-queue-time", "queue_time is negative", s => s.Reads && s.State == JobState.Completed, r => r.With("/metrics/queue_time", -0.5m)),
        Say("total-too-short", "total_time is shorter than its parts", s => s.Reads && s.State == JobState.Completed, r => r.Moved("/metrics/total_time", -5)),
        Say("retry-count-always", "retry_count is there and 0", s => s.Reads && s.State == JobState.Completed, r => r.With("/metrics/retry_count", 0)),
        Say("failed-total-too-short", "total_time of a failed job is shorter than inference_time", s => s.Reads && s.State == JobState.Failed,
            r => r.With("/metrics/total_time", 0.00001m)),
        new()
        {
            Id = "never-ends", Summary = "jobs stay PROCESSING", Bend = (fate, _) => fate with { Stuck = true },
        },
        new()
        {
            Id = "ceiling-600", Summary = "jobs that run for more than 600 s fail",
            Bend = (fate, _) => fate.ServiceTime > Ceiling ? fate with { ServiceTime = Ceiling, Failure = ErrorCauses.GenerationFailed } : fate,
        },
        new()
        {
            Id = "slow-queue", Summary = "every job waits two seconds longer", Bend = (fate, _) => fate with { QueueTime = fate.QueueTime + TimeSpan.FromSeconds(2) },
        },
        new()
        {
            Id = "eight-seconds-as-fast", Summary = "8 s clips take no longer than 5 s clips",
            Bend = (fate, request) => request.Duration == ClipDuration.EightSeconds ? fate with { ServiceTime = fate.ServiceTime / 2 } : fate,
        },
        new()
        {
            Id = "fast-motion-slower", Summary = "fast motion takes longer",
            Bend = (fate, request) => request.MotionMode == MotionMode.Fast ? fate with { ServiceTime = fate.ServiceTime * 2 } : fate,
        },
        new()
        {
            Id = "late-failure-slow", Summary = "bad parameters fail the job only after ten seconds", Under = "validation=late",
            Bend = (fate, _) => fate.Failure == ErrorCauses.LateValidation ? fate with { ServiceTime = TimeSpan.FromSeconds(3) } : fate,
        },
        new()
        {
            Id = "fails-for-nothing", Summary = "every job fails", Bend = (fate, _) => fate with { Failure = fate.Failure ?? ErrorCauses.GenerationFailed },
        },
        new()
        {
            Id = "failures-complete", Summary = "jobs that should fail complete", Bend = (fate, _) => fate with { Failure = null },
        },
    ];

    private static Mutant Say(string id, string summary, Func<MutantScope, bool> where, Func<TwinResponse, TwinResponse> change) =>
        Say(id, summary, where, (r, _) => change(r));

    private static Mutant Say(string id, string summary, Func<MutantScope, bool> where, Func<TwinResponse, MutantScope, TwinResponse> change) =>
        new() { Id = id, Summary = summary, Say = (r, s) => where(s) ? change(r, s) : r };
}
