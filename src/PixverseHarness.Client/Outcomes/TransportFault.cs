namespace PixverseHarness.Client;

/// <summary>No whole answer came.</summary>
/// <param name="Fault">What broke.</param>
/// <param name="Reason">The transport's words.</param>
/// <param name="RequestMayHaveArrived">False if the service cannot have seen the request, because no connection came about.</param>
public sealed record TransportFault(TransportFaultKind Fault, string Reason, bool RequestMayHaveArrived) : StepFailure
{
    /// <inheritdoc/>
    public override OutcomeKind Kind => OutcomeKind.TransportFault;

    /// <inheritdoc/>
    public override string Name => Text.SnakeCase(Fault);

    /// <inheritdoc/>
    public override bool MayHaveCreatedJob => RequestMayHaveArrived;

    private protected override string Describe() => $"No whole answer came, {Name.Replace('_', ' ')}: {Reason}";
}
