namespace PixverseHarness.Load.Ledger;

/// <summary>Shares one commit among all who ask while another is under way: a commit covers what was written before it began, never less.</summary>
internal sealed class GroupCommit
{
    private readonly Lock _lock = new();
    private readonly Func<Task> _commit;
    private Task _running = Task.CompletedTask;
    private Task? _next;

    public GroupCommit(Func<Task> commit) => _commit = commit;

    /// <summary>Completes when a commit that began after this call is through.</summary>
    public Task JoinAsync()
    {
        lock (_lock)
        {
            if (_next is not null)
            {
                return _next;
            }

            if (_running.IsCompleted)
            {
                return _running = _commit();
            }

            return _next = FollowAsync(_running);
        }
    }

    private async Task FollowAsync(Task before)
    {
        // Its failure is thrown to those who wait for it; the next commit stands on its own. Never at once: had it ended by now, this
        // would be the next commit and forget itself before it was kept, and everybody from then on would join one that is long over.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.ForceYielding);
        Task commit;
        lock (_lock)
        {
            commit = _running = _commit();
            _next = null;
        }

        await commit;
    }
}
