namespace PixverseHarness.Client;

/// <summary>
/// The bare facts of one request and its answer. Stamps are timestamps of the client's <see cref="TimeProvider"/>:
/// <see cref="TimeProvider.GetElapsedTime(long, long)"/> turns two of them into a duration.
/// </summary>
/// <param name="StatusCode">HTTP status; null if no answer came.</param>
/// <param name="Sent">Stamp taken just before the request was handed to the transport.</param>
/// <param name="AnswerBegan">Stamp taken when the headers had arrived; null if they never did.</param>
/// <param name="Ended">Stamp taken when the body had been read, or the call had failed.</param>
/// <param name="Duration">Time from <paramref name="Sent"/> to <paramref name="Ended"/>.</param>
/// <param name="RetryAfter">The wait that a <c>Retry-After</c> header asks for. The API documents none (facts sheet section 9); null if absent.</param>
public readonly record struct Exchange(
    int? StatusCode,
    long Sent,
    long? AnswerBegan,
    long Ended,
    TimeSpan Duration,
    TimeSpan? RetryAfter);
