using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Answers;
using PixverseHarness.Simulator.Jobs;
using PixverseHarness.Simulator.Outputs;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Sessions;

/// <summary>
/// Answers that tell of a job. What they say never changes once the job's state is known, so they are written after the
/// session's lock, unless a fault or a mutant wants to see them.
/// </summary>
internal sealed partial class Exchange
{
    private (Job Job, JobState State, int Status) _told;

    private TwinAnswer? Tell(Job job, JobState state, int status)
    {
        _told = (job, state, status);
        return _rules is null && Mutant is null ? null : Plain(Told());
    }

    private TwinResponse Told() => new() { Status = _told.Status, ContentType = "application/json", Body = ToldBody(_told.Job, _told.State) };

    private byte[] ToldBody(Job job, JobState state)
    {
        if (_route.Operation == ApiOperation.Submit)
        {
            return JobBodies.Submitted(job, BaseUrl);
        }

        return state switch
        {
            JobState.Failed => JobBodies.Failed(job, _session.Options.Profile),
            JobState.Completed when _route.Operation == ApiOperation.GetStatus => JobBodies.CompletedStatus(job),
            JobState.Completed => JobBodies.CompletedResult(job, OutputUrl(job), SampleVideos.Get(job.AspectRatio, job.Duration).Length),
            _ => JobBodies.Unfinished(job, state, BaseUrl),
        };
    }

    private string OutputUrl(Job job) => $"{BaseUrl}/generations/{OutputName.Mint(_session.OutputSecret, job.EndsAt, job.AspectRatio, job.Duration)}";
}
