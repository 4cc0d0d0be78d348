using PixverseHarness.Load.Workloads;

namespace PixverseHarness.NBomber.Jobs;

/// <summary>The copy that runs a job: whoever measures its steps beside us.</summary>
internal interface IStepScope
{
    /// <summary>Takes a step under a name that all jobs share. What the step throws comes out again.</summary>
    Task<StepAnswer> RunAsync(string name, Func<Task<StepAnswer>> step);

    /// <summary>Asks to start no more copies.</summary>
    void StopTest(string reason);
}
