using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Jobs;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Faults;

/// <summary>Answers with an error cause of the contract; a cause of the job stage makes the new job fail instead.</summary>
public sealed class CauseFault(ErrorCause cause) : Fault
{
    /// <summary>The cause.</summary>
    public ErrorCause Cause => cause;

    /// <inheritdoc/>
    public override string Name => cause.Name;

    /// <inheritdoc/>
    public override TwinAnswer? Instead(FaultScope scope) =>
        cause.Stage == ErrorStage.Request && cause.AppliesTo(scope.Operation) ? scope.Session.Refuse(cause, scope) : null;

    internal override JobFate Bend(JobFate fate, FaultScope scope)
    {
        if (cause == ErrorCauses.ResultExpired)
        {
            return fate with { Loss = EarlyLoss.AtEnd };
        }

        if (cause == ErrorCauses.RequestNotFound)
        {
            return fate with { Loss = EarlyLoss.AtOnce };
        }

        if (cause == ErrorCauses.SyncTimeout && scope.Operation == ApiOperation.GenerateSync)
        {
            return fate with { ServiceTime = 2 * scope.Session.SyncCutOff };
        }

        return cause.Stage == ErrorStage.Job
            ? fate with { Failure = cause, FailureMessage = null, ServiceTime = scope.Session.FailureTime(cause, fate) }
            : fate;
    }
}
