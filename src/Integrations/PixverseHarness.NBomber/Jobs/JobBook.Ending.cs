using PixverseHarness.Load.Engine;

namespace PixverseHarness.NBomber.Jobs;

/// <content>How the run comes to its end.</content>
internal sealed partial class JobBook
{
    public Task Draining => _draining.Task;

    public bool IsCutShort
    {
        get => _ending.IsCutShort;
        set => _ending.IsCutShort = value;
    }

    /// <summary>Whether nothing new may start although the plan has more.</summary>
    public bool StopsEarly => _ending.StopsHeldJobs;

    /// <summary>Begins the drain; false if another reason had begun it.</summary>
    public bool Begin(StopReason reason, string? text)
    {
        bool begun;
        lock (_lock)
        {
            begun = _ending.Begin(_clock.Now, reason, text);
        }

        _draining.TrySetResult();
        return begun;
    }

    /// <summary>Notes what broke.</summary>
    public void Fault(Exception fault)
    {
        lock (_lock)
        {
            _ending.Fault ??= fault;
        }

        Begin(StopReason.HarnessFault, null);
    }

    /// <summary>Asks whoever starts copies to start no more; what has not started one yet will ask again.</summary>
    public void StopTest()
    {
        _draining.TrySetResult();
        IStepScope? scope;
        lock (_lock)
        {
            scope = _scope;
        }

        scope?.StopTest(_ending.Text ?? _ending.Reason.ToString());
    }
}
