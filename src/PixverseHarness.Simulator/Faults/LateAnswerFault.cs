using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Faults;

/// <summary>Does the work at once and answers long after a client's patience: the job exists before its id is told.</summary>
public sealed class LateAnswerFault(TimeSpan delay) : Fault
{
    /// <summary>How late when nothing is set: twice the 30 s that the official SDK waits (section 7).</summary>
    public static readonly TimeSpan Default = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public override string Name => "late_answer";

    /// <inheritdoc/>
    public override TwinAnswer Rewrite(TwinAnswer answer, FaultScope scope) => answer.After(new TwinStep.Wait(scope.Paced(delay)));
}
