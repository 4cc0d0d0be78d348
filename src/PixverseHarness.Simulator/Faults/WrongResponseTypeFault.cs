using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Faults;

/// <summary>Sends the JSON body unchanged, labelled as HTML.</summary>
public sealed class WrongResponseTypeFault : Fault
{
    /// <inheritdoc/>
    public override string Name => "wrong_response_type";

    /// <inheritdoc/>
    public override TwinAnswer Rewrite(TwinAnswer answer, FaultScope scope) =>
        answer.Steps[^1] is TwinStep.Send { Response: { ContentType: "application/json" } response } send
            ? answer.EndingWith(send with { Response = response with { ContentType = "text/html; charset=utf-8" } })
            : answer;
}
