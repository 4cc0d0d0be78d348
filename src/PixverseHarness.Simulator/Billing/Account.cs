using PixverseHarness.Contract.Prices;
using PixverseHarness.Simulator.Jobs;
using PixverseHarness.Simulator.Journal;
using PixverseHarness.Simulator.Limits;

namespace PixverseHarness.Simulator.Billing;

/// <summary>
/// The money of one key. The price is reserved when a job is accepted and charged or released when it ends, whether
/// anybody polls or not; only completed jobs are charged (section 8). The balance never goes negative, because what is
/// reserved cannot be reserved again.
/// </summary>
internal sealed class Account(string key, MicroDollars opening, FixedWindowLimiter limiter, Func<Job, MicroDollars, MicroDollars>? mutantCharge = null)
{
    /// <summary>The key.</summary>
    public string Key => key;

    /// <summary>The key as it is shown.</summary>
    public string RedactedKey { get; } = Redaction.Key(key);

    /// <summary>The key's rate limit.</summary>
    public FixedWindowLimiter Limiter => limiter;

    /// <summary>What it started with.</summary>
    public MicroDollars Opening { get; } = opening;

    /// <summary>What it has, reservations included.</summary>
    public MicroDollars Balance { get; private set; } = opening;

    /// <summary>What is set aside for jobs that have not ended.</summary>
    public MicroDollars Reserved { get; private set; }

    /// <summary>What was charged in all.</summary>
    public MicroDollars Charged { get; private set; }

    /// <summary>Jobs accepted, completed, failed and stuck until expiry.</summary>
    public JobCounts Jobs { get; private set; }

    /// <summary>What can still be reserved.</summary>
    public MicroDollars Available => Balance - Reserved;

    /// <summary>Sets a price aside, or answers false when too little is available.</summary>
    public bool TryReserve(MicroDollars price)
    {
        if (Available < price)
        {
            return false;
        }

        Reserved += price;
        Jobs = Jobs with { Accepted = Jobs.Accepted + 1 };
        return true;
    }

    /// <summary>Charges or releases the reservation of a job that has just ended.</summary>
    public void Settle(Job job)
    {
        Reserved -= job.Price;
        var due = job is { Stuck: false, Failure: null } ? job.Price : MicroDollars.Zero;
        due = mutantCharge?.Invoke(job, due) ?? due;
        Balance -= due;
        Charged += due;
        if (job.Stuck)
        {
            Jobs = Jobs with { Stuck = Jobs.Stuck + 1 };
        }
        else if (job.Failure is not null)
        {
            Jobs = Jobs with { Failed = Jobs.Failed + 1 };
        }
        else
        {
            job.BalanceAfter = Balance;
            Jobs = Jobs with { Completed = Jobs.Completed + 1 };
        }
    }
}
