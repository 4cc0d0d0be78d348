namespace PixverseHarness.Client;

/// <summary>No whole answer came.</summary>
public sealed class PixverseTransportException : PixverseException
{
    internal PixverseTransportException(TransportFault failure, string? requestId)
        : base(MessageOf(failure, requestId), failure, requestId)
    {
        Fault = failure.Fault;
        RequestMayHaveArrived = failure.RequestMayHaveArrived;
    }

    /// <summary>What broke.</summary>
    public TransportFaultKind Fault { get; }

    /// <summary>
    /// Whether the service may have seen the request. A submit that may have arrived may have created a job that is billed.
    /// </summary>
    public bool RequestMayHaveArrived { get; }

    private static string MessageOf(TransportFault failure, string? requestId) =>
        $"{failure}{JobWords(requestId)}{(failure.RequestMayHaveArrived ? "; the request may have arrived" : "; the request did not arrive")}";
}
