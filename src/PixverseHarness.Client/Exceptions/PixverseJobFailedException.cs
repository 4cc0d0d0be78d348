using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;

namespace PixverseHarness.Client;

/// <summary>The job ended FAILED. It is not billed.</summary>
public sealed class PixverseJobFailedException : PixverseException
{
    internal PixverseJobFailedException(JobFailed failure, string? requestId)
        : base($"{failure}{JobWords(requestId ?? failure.RequestId)}", failure, requestId ?? failure.RequestId)
    {
        Detail = failure.Detail;
        Metrics = failure.Metrics;
        Causes = failure.Causes;
    }

    /// <summary>The service's words; null if it gave none.</summary>
    public string? Detail { get; }

    /// <summary>What the service states about the job.</summary>
    public StatedMetrics Metrics { get; }

    /// <summary>The contract's causes that fit, likeliest first.</summary>
    public ImmutableArray<ErrorCause> Causes { get; }
}
