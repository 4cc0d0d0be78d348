using PixverseHarness.Contract.Parameters;

namespace PixverseHarness.Client;

/// <content>Waiting, and the one-line way that throws.</content>
public sealed partial class PixverseClient
{
    /// <summary>
    /// Waits for a job and fetches its result. Polls at once, then as the policy says; survives transport faults, 429, 5xx
    /// and unreadable answers; obeys the reset instant of a 429; ends at a final state, at 404, at any other refusal, or
    /// at the deadline. It never submits again.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="deadline">
    /// No call starts later than this after the start of the wait; the last one starts at this very instant and has its own
    /// <see cref="PixverseClientOptions.StepTimeout"/>. Only the result of a job seen COMPLETED is fetched beyond it. A
    /// rate limit that resets after it ends the wait at once.
    /// </param>
    /// <param name="policy">The poll policy; null means <see cref="PollPolicy.Default"/>. A jittered one gets a stream of its own for each job.</param>
    /// <param name="progress">Told after every call.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="WaitEnd.Cancelled"/>; the job goes on.</param>
    /// <exception cref="ArgumentOutOfRangeException">The deadline is not above zero, or over 1 day.</exception>
    public Task<WaitOutcome> WaitAsync(
        PixverseJob job,
        TimeSpan deadline,
        PollPolicy? policy = null,
        IProgress<JobProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(deadline, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(deadline, TimeSpan.FromDays(1));
        return new JobWait(this, job, deadline, policy ?? PollPolicy.Default, progress, transport.Clock).RunAsync(cancellationToken);
    }

    /// <summary>Submits, waits and fetches; throws typed exceptions for everything but success.</summary>
    /// <param name="request">What to generate.</param>
    /// <param name="deadline">See <see cref="WaitAsync"/>; counted from the answer to the submit.</param>
    /// <param name="policy">See <see cref="WaitAsync"/>.</param>
    /// <param name="progress">See <see cref="WaitAsync"/>.</param>
    /// <param name="cancellationToken">Throws <see cref="PixverseCanceledException"/>, which keeps the id; the job goes on.</param>
    /// <exception cref="PixverseRejectedException">The service refused the submit, or to be asked.</exception>
    /// <exception cref="PixverseJobFailedException">The job failed; detail and metrics are kept.</exception>
    /// <exception cref="PixverseTimeoutException">The deadline was over first; the id is kept.</exception>
    /// <exception cref="PixverseNotFoundException">The service does not know the job.</exception>
    /// <exception cref="PixverseTransportException">The submit got no whole answer.</exception>
    /// <exception cref="PixverseAnswerException">An answer cannot be used.</exception>
    public async Task<GeneratedVideo> GenerateAsync(
        VideoRequest request,
        TimeSpan deadline,
        PollPolicy? policy = null,
        IProgress<JobProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var submitted = await SubmitAsync(request, cancellationToken);
        var waited = await WaitAsync(submitted.ValueOrThrow(), deadline, policy, progress, cancellationToken);
        return waited.ValueOrThrow();
    }
}
