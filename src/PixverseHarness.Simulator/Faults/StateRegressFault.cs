using PixverseHarness.Contract.Jobs;
using PixverseHarness.Simulator.Answers;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Faults;

/// <summary>Every second read shows the state before the true one: PROCESSING goes back to QUEUED, an ended job to PROCESSING.</summary>
public sealed class StateRegressFault : Fault
{
    /// <inheritdoc/>
    public override string Name => "state_regress";

    /// <inheritdoc/>
    public override TwinAnswer Rewrite(TwinAnswer answer, FaultScope scope)
    {
        if (scope is not { Job: { } job, State: { } state } || state == JobState.Queued || scope.Attempt % 2 != 0 || answer.Steps[^1] is not TwinStep.Send send)
        {
            return answer;
        }

        var before = state == JobState.Processing ? JobState.Queued : JobState.Processing;
        return answer.EndingWith(send with { Response = send.Response with { Status = 200, Body = JobBodies.Unfinished(job, before, scope.BaseUrl) } });
    }
}
