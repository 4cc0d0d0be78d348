namespace PixverseHarness.Load.Engine;

/// <summary>One load run, on whichever engine: runs once, and is stopped from any thread.</summary>
public interface ILoadRun
{
    /// <summary>Runs to the end of the drain. Never throws for what the target does; a fault of ours stands in the result.</summary>
    /// <param name="cancellationToken">Stops at once, like a second interruption.</param>
    Task<LoadResult> RunAsync(CancellationToken cancellationToken = default);

    /// <summary>Says that somebody wants to stop: the first time the run stops submitting and drains, the next time it stops.</summary>
    void Interrupt();

    /// <summary>Stops submitting and drains.</summary>
    void Drain(StopReason reason, string? text = null);
}
