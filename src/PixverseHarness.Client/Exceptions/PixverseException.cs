namespace PixverseHarness.Client;

/// <summary>Base of the exceptions that <see cref="StepOutcome{T}.ValueOrThrow"/> and its like throw.</summary>
public abstract class PixverseException : Exception
{
    private protected PixverseException(string message, StepFailure? failure, string? requestId)
        : base(message)
    {
        Failure = failure;
        RequestId = requestId;
    }

    /// <summary>The outcome behind the exception; null if the deadline was over without any fault.</summary>
    public StepFailure? Failure { get; }

    /// <summary>Id of the job, if there is one.</summary>
    public string? RequestId { get; }

    internal static Exception For(StepFailure failure, string? requestId) => failure switch
    {
        JobFailed failed => new PixverseJobFailedException(failed, requestId),
        NotFound missing => new PixverseNotFoundException(missing),
        Rejected rejected => new PixverseRejectedException(rejected, requestId),
        Redirected redirected => new PixverseAnswerException(redirected, requestId),
        UnreadableAnswer or NotReady => new PixverseAnswerException(failure, requestId),
        TransportFault fault => new PixverseTransportException(fault, requestId),
        Cancelled cancelled => new PixverseCanceledException(cancelled, requestId),
        _ => throw new ArgumentOutOfRangeException(nameof(failure), failure.Kind, "This kind of failure has no exception."),
    };

    private protected static string JobWords(string? requestId) => requestId is null ? "" : $" (job '{requestId}')";
}
