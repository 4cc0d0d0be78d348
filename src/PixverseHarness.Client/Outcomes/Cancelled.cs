namespace PixverseHarness.Client;

/// <summary>The caller cancelled the call. The job, if there is one, goes on.</summary>
/// <param name="RequestMayHaveArrived">False if the request was never sent.</param>
public sealed record Cancelled(bool RequestMayHaveArrived) : StepFailure
{
    /// <inheritdoc/>
    public override OutcomeKind Kind => OutcomeKind.Cancelled;

    /// <inheritdoc/>
    public override string Name => "cancelled";

    /// <inheritdoc/>
    public override bool MayHaveCreatedJob => RequestMayHaveArrived;

    private protected override string Describe() =>
        RequestMayHaveArrived ? "The caller cancelled while the request was under way" : "The caller cancelled before the request was sent";
}
