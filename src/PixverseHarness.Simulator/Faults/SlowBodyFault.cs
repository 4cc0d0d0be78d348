using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Faults;

/// <summary>Dribbles the body: <paramref name="bytes"/> bytes after every <paramref name="between"/>.</summary>
public sealed class SlowBodyFault(TimeSpan between, int bytes) : Fault
{
    /// <summary>Time between two pieces when nothing is set.</summary>
    public static readonly TimeSpan Default = TimeSpan.FromMilliseconds(100);

    /// <summary>Bytes in a piece when nothing is set.</summary>
    public const int DefaultBytes = 16;

    /// <inheritdoc/>
    public override string Name => "slow_body";

    /// <inheritdoc/>
    public override TwinAnswer Rewrite(TwinAnswer answer, FaultScope scope) =>
        answer.Steps[^1] is TwinStep.Send { Response.Body.Length: > 0 } send
            ? answer.EndingWith(send with { Pace = new BodyPace(send.Pace?.First ?? scope.Paced(between), bytes, scope.Paced(between)) })
            : answer;
}
