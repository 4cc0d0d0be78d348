namespace PixverseHarness.Verification.Targets;

/// <summary>How time passes at a target: moved at will, or waited for.</summary>
public abstract class Pace
{
    /// <summary>The present instant of the target, as far as it is known.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>Whether time stands still unless it is moved, so that instants are exact.</summary>
    public abstract bool IsExact { get; }

    /// <summary>Whether so much time can be let pass.</summary>
    public abstract bool CanPass(TimeSpan time);

    /// <summary>Lets time pass.</summary>
    public abstract Task PassAsync(TimeSpan time, CancellationToken cancellationToken);

    /// <summary>Lets time pass until an answer is there, but not longer than the patience.</summary>
    /// <param name="work">Waits for the answer.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the work is done.</returns>
    public abstract Task<bool> AwaitAsync(Task work, TimeSpan patience, CancellationToken cancellationToken);
}
