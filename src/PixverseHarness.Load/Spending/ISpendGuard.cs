namespace PixverseHarness.Load.Spending;

/// <summary>
/// Stands between a run and money. The engine asks before every submit and settles every reservation exactly once. Amounts
/// are millionths of a US dollar.
/// </summary>
public interface ISpendGuard
{
    /// <summary>What was charged, and what may have been: jobs whose charge will never be known count in full.</summary>
    long SpentMicroDollars { get; }

    /// <summary>What is set aside for jobs in flight.</summary>
    long ReservedMicroDollars { get; }

    /// <summary>The most that may be spent; null without a limit.</summary>
    long? LimitMicroDollars { get; }

    /// <summary>Sets the price of a job aside; false if it would break the limit, and then the run submits nothing more.</summary>
    bool TryReserve(long microDollars);

    /// <summary>Gives a reservation back, less what was charged.</summary>
    void Settle(long reservedMicroDollars, long chargedMicroDollars);
}
