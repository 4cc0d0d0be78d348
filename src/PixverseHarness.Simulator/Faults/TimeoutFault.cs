using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Simulator.Faults;

/// <summary>Does nothing and says nothing; closes the connection after <paramref name="closeAfter"/>, or never when that is null.</summary>
public sealed class TimeoutFault(TimeSpan? closeAfter) : Fault
{
    /// <inheritdoc/>
    public override string Name => "timeout";

    /// <inheritdoc/>
    public override TwinAnswer? Instead(FaultScope scope) => closeAfter is { } patience
        ? TwinAnswer.Of(scope.Clock, new TwinStep.Close()).After(new TwinStep.Wait(scope.Paced(patience)))
        : TwinAnswer.Of(scope.Clock, new TwinStep.Hang());
}
