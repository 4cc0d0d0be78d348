namespace PixverseHarness.Contract.Errors;

/// <summary>What a client should do about an error.</summary>
public enum RetryAdvice
{
    /// <summary>The same request can never succeed: change the request.</summary>
    FixRequest,

    /// <summary>The same request can succeed once the account is changed: key, credits, permissions.</summary>
    FixAccount,

    /// <summary>Wait until the instant in <c>x-rate-limit-reset-at-utc</c>, then send the same request.</summary>
    WaitForReset,

    /// <summary>
    /// A read may be repeated with back-off. A submit may already have created a job that is billed, since the API has
    /// no idempotency key: repeat it only if a second job is acceptable.
    /// </summary>
    RetryReadsBackOff,

    /// <summary>The job is over and was not billed; a new submit makes a new job, which may succeed.</summary>
    SubmitAgain,

    /// <summary>The record is gone for good: read results within the hour.</summary>
    TooLate,
}
