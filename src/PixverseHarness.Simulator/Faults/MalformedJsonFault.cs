using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Faults;

/// <summary>Sends the whole JSON body with its last character wrong, so that it does not parse.</summary>
public sealed class MalformedJsonFault : Fault
{
    /// <inheritdoc/>
    public override string Name => "malformed_json";

    /// <inheritdoc/>
    public override TwinAnswer Rewrite(TwinAnswer answer, FaultScope scope)
    {
        if (answer.Steps[^1] is not TwinStep.Send { Response: { ContentType: "application/json", Body.Length: > 0 } response } send)
        {
            return answer;
        }

        var body = response.Body.ToArray();
        body[^1] = (byte)',';
        return answer.EndingWith(send with { Response = response with { Body = body } });
    }
}
