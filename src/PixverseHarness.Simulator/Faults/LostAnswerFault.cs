using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Faults;

/// <summary>Does the work, then closes the connection in order (FIN) without an answer: the job exists and its id is lost.</summary>
public sealed class LostAnswerFault : Fault
{
    /// <inheritdoc/>
    public override string Name => "lost_answer";

    /// <inheritdoc/>
    public override TwinAnswer Rewrite(TwinAnswer answer, FaultScope scope) => answer.EndingWith(new TwinStep.Close());
}
