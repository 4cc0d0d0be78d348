using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;

namespace PixverseHarness.Client;

/// <summary>
/// The job ended FAILED: 422 with a body by the contract, accepted at any HTTP status (facts sheet sections 6 and 13).
/// It is not billed.
/// </summary>
/// <param name="Detail">The service's words; JSON text where they are an object or a list; null if it gave none.</param>
/// <param name="Metrics">What the service states about the job; cost is left out of failures.</param>
/// <param name="Causes">The contract's causes that fit, likeliest first. A guess from the wording, which is not stable.</param>
/// <param name="RequestId">Id of the job, if known.</param>
public sealed record JobFailed(string? Detail, StatedMetrics Metrics, ImmutableArray<ErrorCause> Causes, string? RequestId) : StepFailure
{
    /// <inheritdoc/>
    public override OutcomeKind Kind => OutcomeKind.JobFailed;

    /// <inheritdoc/>
    public override string Name => Causes.Length == 1 ? Causes[0].Name : "job_failed";

    /// <inheritdoc/>
    public override bool MayHaveCreatedJob => true;

    private protected override string Describe() => $"The job failed: {Detail ?? "the service gave no reason"}";
}
