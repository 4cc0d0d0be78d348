using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Results.Recording;

/// <summary>What polling bought: how many polls a completed job took, against how late its end was detected at most.</summary>
internal sealed class PollCostRecorder
{
    /// <summary>Jobs with this many polls or more share the last row.</summary>
    public const int Most = 127;

    private readonly long[] _jobs = new long[Most + 1];
    private readonly long[] _delays = new long[Most + 1];

    public void Record(JobSample job)
    {
        if (job is not { Outcome: JobOutcome.Completed, Finished: { } finished, Polls: > 0 })
        {
            return;
        }

        var row = Math.Min(job.Polls, Most);
        Interlocked.Increment(ref _jobs[row]);
        Interlocked.Add(ref _delays[row], Units.Microseconds(finished.Width));
    }

    public IEnumerable<PollCostDocument> ToDocuments()
    {
        for (var polls = 1; polls <= Most; polls++)
        {
            if (Volatile.Read(ref _jobs[polls]) is > 0 and var jobs)
            {
                yield return new PollCostDocument(polls, jobs, Volatile.Read(ref _delays[polls]));
            }
        }
    }
}
