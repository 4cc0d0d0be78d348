using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Faults;

/// <summary>Announces the whole body, sends half of it and closes the connection.</summary>
public sealed class LimitDataFault : Fault
{
    /// <inheritdoc/>
    public override string Name => "limit_data";

    /// <inheritdoc/>
    public override TwinAnswer Rewrite(TwinAnswer answer, FaultScope scope) =>
        answer.Steps[^1] is TwinStep.Send { Response.Body.Length: > 1 } send
            ? answer.EndingWith(send with { CutAfter = send.Response.Body.Length / 2 })
            : answer;
}
