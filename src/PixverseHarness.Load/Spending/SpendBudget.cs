namespace PixverseHarness.Load.Spending;

/// <summary>
/// A limit on money, on jobs, or on both, kept by reserving before each submit, so that it is never crossed by what is in
/// flight. Safe from any thread.
/// </summary>
public sealed class SpendBudget : ISpendGuard
{
    private readonly Lock _lock = new();
    private readonly long? _mostJobs;
    private long _spent;
    private long _reserved;
    private long _jobs;

    /// <summary>Makes a budget.</summary>
    /// <param name="limitMicroDollars">The most to spend; null for no limit.</param>
    /// <param name="mostJobs">The most jobs to submit, refused ones included; null for no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is negative.</exception>
    public SpendBudget(long? limitMicroDollars, long? mostJobs = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limitMicroDollars ?? 0);
        ArgumentOutOfRangeException.ThrowIfNegative(mostJobs ?? 0);
        LimitMicroDollars = limitMicroDollars;
        _mostJobs = mostJobs;
    }

    /// <inheritdoc/>
    public long? LimitMicroDollars { get; }

    /// <inheritdoc/>
    public long SpentMicroDollars => Read(ref _spent);

    /// <inheritdoc/>
    public long ReservedMicroDollars => Read(ref _reserved);

    /// <summary>A guard that counts and refuses nothing.</summary>
    public static SpendBudget Unlimited() => new(null);

    /// <inheritdoc/>
    public bool TryReserve(long microDollars)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(microDollars);
        lock (_lock)
        {
            if (_jobs >= _mostJobs || _spent + _reserved + microDollars > LimitMicroDollars)
            {
                return false;
            }

            _jobs++;
            _reserved += microDollars;
            return true;
        }
    }

    /// <inheritdoc/>
    public void Settle(long reservedMicroDollars, long chargedMicroDollars)
    {
        lock (_lock)
        {
            _reserved -= reservedMicroDollars;
            _spent += chargedMicroDollars;
        }
    }

    private long Read(ref long value)
    {
        lock (_lock)
        {
            return value;
        }
    }
}
