using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;

namespace PixverseHarness.Client;

/// <summary>The service refused the request with an error status.</summary>
public sealed class PixverseRejectedException : PixverseException
{
    internal PixverseRejectedException(Rejected failure, string? requestId)
        : base($"{failure}{JobWords(requestId)}", failure, requestId)
    {
        StatusCode = failure.StatusCode;
        ErrorText = failure.ErrorText;
        Causes = failure.Causes;
        ResetAt = failure.ResetAt;
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>The service's words; null if it gave none.</summary>
    public string? ErrorText { get; }

    /// <summary>The contract's causes that fit, likeliest first.</summary>
    public ImmutableArray<ErrorCause> Causes { get; }

    /// <summary>When the rate limit opens again; null if not stated.</summary>
    public DateTimeOffset? ResetAt { get; }
}
