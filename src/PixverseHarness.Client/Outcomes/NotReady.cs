using PixverseHarness.Contract.Jobs;

namespace PixverseHarness.Client;

/// <summary>The result was asked for while the job was still under way.</summary>
/// <param name="State">Its state.</param>
public sealed record NotReady(JobState State) : StepFailure
{
    /// <inheritdoc/>
    public override OutcomeKind Kind => OutcomeKind.NotReady;

    /// <inheritdoc/>
    public override string Name => "not_ready";

    /// <inheritdoc/>
    public override bool MayHaveCreatedJob => true;

    private protected override string Describe() => $"The job has no result yet: it is {State.ToWire()}";
}
