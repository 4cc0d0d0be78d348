using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Faults;

/// <summary>Sends status and headers at once and the body later: a deadline that ends with the headers does not notice.</summary>
public sealed class SlowFirstByteFault(TimeSpan delay) : Fault
{
    /// <summary>How late the body comes when nothing is set.</summary>
    public static readonly TimeSpan Default = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public override string Name => "slow_first_byte";

    /// <inheritdoc/>
    public override TwinAnswer Rewrite(TwinAnswer answer, FaultScope scope) =>
        answer.Steps[^1] is TwinStep.Send { Response.Body.Length: > 0 } send
            ? answer.EndingWith(send with { Pace = (send.Pace ?? new BodyPace(default, send.Response.Body.Length, default)) with { First = scope.Paced(delay) } })
            : answer;
}
