namespace PixverseHarness.Client;

/// <summary>The caller cancelled. Unlike its base it keeps the id: the job goes on and may be billed.</summary>
public sealed class PixverseCanceledException : OperationCanceledException
{
    internal PixverseCanceledException(Cancelled failure, string? requestId)
        : base(requestId is null ? failure.ToString() : $"The wait for job '{requestId}' was cancelled; the job goes on and may be billed")
    {
        RequestId = requestId;
        RequestMayHaveArrived = failure.RequestMayHaveArrived;
    }

    /// <summary>Id of the job; null if the submit itself was cancelled.</summary>
    public string? RequestId { get; }

    /// <summary>Whether the service may have seen the cancelled request.</summary>
    public bool RequestMayHaveArrived { get; }
}
