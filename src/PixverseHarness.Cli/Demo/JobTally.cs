using System.Collections.Concurrent;
using PixverseHarness.Client;
using PixverseHarness.Contract.Jobs;

namespace PixverseHarness.Cli.Demo;

/// <summary>The last state that the client saw of each job. Any thread may report.</summary>
internal sealed class JobTally : IProgress<JobProgress>
{
    private readonly ConcurrentDictionary<string, JobState> _states = new(StringComparer.Ordinal);

    /// <summary>Jobs that came of the submits.</summary>
    public int Accepted { get; set; }

    /// <summary>Jobs seen in a final state.</summary>
    public int Ended => Count(JobState.Completed) + Count(JobState.Failed);

    /// <inheritdoc/>
    public void Report(JobProgress value)
    {
        if (value.State is { } state)
        {
            _states[value.RequestId] = state;
        }
    }

    /// <summary>How many jobs were last seen in a state.</summary>
    public int Count(JobState state) => _states.Values.Count(s => s == state);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Count(JobState.Queued)} queued, {Count(JobState.Processing)} processing, {Count(JobState.Completed)} completed, {Count(JobState.Failed)} failed";
}
