using System.Collections.Immutable;
using PixverseHarness.Client;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Limits;
using PixverseHarness.Simulator.Hosting.Kestrel;

namespace PixverseHarness.Cli.Demo;

/// <summary>
/// Sends the plan to the twin over HTTP with the typed client. The client lives in real time; the twin's clock is moved
/// in steps, so that minutes of work and the hour of retention pass in seconds.
/// </summary>
internal sealed class DemoTour(PixverseTwin twin, TimeProvider clock, IDemoBoard board)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan TwinTimeOfATick = TimeSpan.FromSeconds(2.5);

    // The last job ends after some four minutes. On a starved machine the clock must not run on into the expiry of
    // results that the client has not read yet.
    private static readonly TimeSpan AllWorkIsDone = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);
    private static readonly PollPolicy Polling = PollPolicy.Fixed(TimeSpan.FromMilliseconds(100));

    private readonly Dictionary<DemoAccount, PixverseClient> _clients = [];

    /// <summary>How much faster than real time the twin's clock is moved.</summary>
    public static int Haste => (int)(TwinTimeOfATick / Tick);

    /// <summary>Runs the whole tour.</summary>
    public async Task<ImmutableArray<DemoResult>> RunAsync(ImmutableArray<DemoJob> jobs, CancellationToken cancellationToken)
    {
        try
        {
            return await PlayAsync(jobs, cancellationToken);
        }
        finally
        {
            foreach (var client in _clients.Values)
            {
                client.Dispose();
            }
        }
    }

    private async Task<ImmutableArray<DemoResult>> PlayAsync(ImmutableArray<DemoJob> jobs, CancellationToken cancellationToken)
    {
        var results = new List<DemoResult>();
        var accepted = new List<(DemoJob Job, PixverseJob Handle)>();
        foreach (var job in jobs)
        {
            var submit = await ClientOf(job.Account).SubmitAsync(job.Request, cancellationToken);
            if (submit.TryGetValue(out var handle))
            {
                accepted.Add((job, handle));
            }
            else
            {
                cancellationToken.ThrowIfCancellationRequested();
                results.Add(new DemoResult(job, Judge(submit.Failure!), submit.Exchange.StatusCode, null, submit.Failure));
            }
        }

        board.Submitted(jobs.Length, accepted.Count);
        var inTime = accepted.Where(a => a.Job.Planned != DemoOutcome.Expired).Select(a => WaitAsync(a.Job, a.Handle, cancellationToken)).ToArray();
        await MoveClockUntilAsync(Task.WhenAll(inTime), cancellationToken);
        twin.Core.Clock.Advance(ApiLimits.Retention);
        var tooLate = accepted.Where(a => a.Job.Planned == DemoOutcome.Expired).Select(a => WaitAsync(a.Job, a.Handle, cancellationToken)).ToArray();
        results.AddRange(await Task.WhenAll(inTime));
        results.AddRange(await Task.WhenAll(tooLate));
        return [.. results];
    }

    private async Task MoveClockUntilAsync(Task done, CancellationToken cancellationToken)
    {
        var elapsed = TimeSpan.Zero;
        while (!done.IsCompleted)
        {
            await Task.Delay(Tick, clock, cancellationToken);
            if (elapsed < AllWorkIsDone)
            {
                twin.Core.Clock.Advance(TwinTimeOfATick);
                elapsed += TwinTimeOfATick;
                board.Moved(elapsed);
            }
        }
    }

    private async Task<DemoResult> WaitAsync(DemoJob job, PixverseJob handle, CancellationToken cancellationToken)
    {
        var client = ClientOf(job.Account);
        var wait = await client.WaitAsync(handle, Deadline, Polling, board, cancellationToken);

        // The wait hides the statuses; one more read shows that of the end, and that reading twice changes nothing.
        var again = await client.GetResultAsync(handle, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        DemoOutcome? seen = wait.End == WaitEnd.Completed ? DemoOutcome.Completed : wait.Failure is { } failure ? Judge(failure) : null;
        return new DemoResult(job, seen, again.Exchange.StatusCode, wait.Video?.Metrics.Cost, wait.Failure);
    }

    private static DemoOutcome? Judge(StepFailure failure) => failure switch
    {
        Rejected { StatusCode: 401 } => DemoOutcome.Unauthorised,
        Rejected { StatusCode: 429 } => DemoOutcome.RateLimited,
        Rejected { StatusCode: 406 } refused when refused.Causes.FirstOrDefault() == ErrorCauses.InsufficientCredits => DemoOutcome.OutOfCredits,
        JobFailed failed when failed.Causes.FirstOrDefault() == ErrorCauses.ContentBlocked => DemoOutcome.Moderated,
        JobFailed => DemoOutcome.FailedLate,
        NotFound => DemoOutcome.Expired,
        _ => null,
    };

    private PixverseClient ClientOf(DemoAccount account)
    {
        if (!_clients.TryGetValue(account, out var client))
        {
            client = PixverseClient.Create(account.Key, clock, twin.Origin);
            _clients.Add(account, client);
        }

        return client;
    }
}
