using PixverseHarness.Contract.Jobs;
using PixverseHarness.Simulator.Admin.Documents;
using PixverseHarness.Simulator.Jobs;
using PixverseHarness.Simulator.Sessions;
using PixverseHarness.Simulator.Time;

namespace PixverseHarness.Simulator.Admin.Waiting;

/// <summary>A job is in a state, or was: QUEUED and PROCESSING also count when they are over, since nobody can look all the time.</summary>
internal sealed class JobCondition(TwinSession session, string id, JobState wanted) : IWaitCondition
{
    /// <inheritdoc/>
    public string Words => $"job '{id}' to be {wanted.ToWire()}";

    /// <inheritdoc/>
    public WaitOutlook Look(long now)
    {
        var job = Find();
        var state = job.StateAt(now);
        if (state == wanted || wanted == JobState.Queued || (wanted == JobState.Processing && state.IsTerminal()))
        {
            return WaitOutlook.Met;
        }

        if (wanted == JobState.Processing)
        {
            return WaitOutlook.Later(job.StartsAt);
        }

        if (job.Stuck)
        {
            return WaitOutlook.Never($"it is stuck in PROCESSING until its record expires at {UtcText.Exact(job.ExpiresAt)}");
        }

        if (wanted != (job.Failure is null ? JobState.Completed : JobState.Failed))
        {
            return WaitOutlook.Never($"{(state.IsTerminal() ? "it has ended" : "it is to end")} {(job.Failure is { } failure ? $"FAILED ({failure.Name})" : "COMPLETED")} at {UtcText.Exact(job.EndsAt)}");
        }

        return job.ExpiresAt <= job.EndsAt ? WaitOutlook.Never($"its record is lost at {UtcText.Exact(job.ExpiresAt)}, before it ends") : WaitOutlook.Later(job.EndsAt);
    }

    /// <inheritdoc/>
    public WaitDocument ToDocument(long now, bool advanced) => new(true, UtcText.Exact(now), advanced, JobDocument.Of(Find(), now), null);

    private Job Find() => session.Jobs.Find(id)
        ?? throw new AdminFault(404, $"No live job has the id '{id}'") { Value = id, Next = "GET /__admin/jobs lists those that there are; a job that has expired is gone." };
}
