namespace PixverseHarness.Client;

/// <summary>How one call ended.</summary>
public enum OutcomeKind
{
    /// <summary>The answer was what the call asks for.</summary>
    Success,

    /// <summary>The job ended FAILED: see <see cref="Client.JobFailed"/>.</summary>
    JobFailed,

    /// <summary>The job has no result yet: see <see cref="Client.NotReady"/>.</summary>
    NotReady,

    /// <summary>The service refused the request: see <see cref="Client.Rejected"/>.</summary>
    Rejected,

    /// <summary>The service does not know the job, or no longer: see <see cref="Client.NotFound"/>.</summary>
    NotFound,

    /// <summary>The service answered with a redirect: see <see cref="Client.Redirected"/>.</summary>
    Redirected,

    /// <summary>An answer came but cannot be used: see <see cref="Client.UnreadableAnswer"/>.</summary>
    UnreadableAnswer,

    /// <summary>No whole answer came: see <see cref="Client.TransportFault"/>.</summary>
    TransportFault,

    /// <summary>The caller cancelled: see <see cref="Client.Cancelled"/>.</summary>
    Cancelled,
}
