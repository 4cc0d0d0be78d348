namespace PixverseHarness.Client;

/// <summary>404 to a status or result call: the id is unknown, or its record expired an hour after the submit (facts sheet section 6).</summary>
/// <param name="RequestId">The id that was asked for.</param>
/// <param name="ErrorText">The service's words; null if the body held none.</param>
public sealed record NotFound(string RequestId, string? ErrorText) : StepFailure
{
    /// <inheritdoc/>
    public override OutcomeKind Kind => OutcomeKind.NotFound;

    /// <inheritdoc/>
    public override string Name => "not_found";

    /// <inheritdoc/>
    public override bool MayHaveCreatedJob => false;

    private protected override string Describe() =>
        $"The service does not know the job '{RequestId}': the id is wrong, belongs to another key, or its hour of retention is over";
}
