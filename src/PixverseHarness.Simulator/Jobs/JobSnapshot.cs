using System.Text;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Simulator.Journal;

namespace PixverseHarness.Simulator.Jobs;

/// <summary>A job as it stood at one instant. Its fate was known from its submit on.</summary>
public sealed record JobSnapshot
{
    internal JobSnapshot(Job job, long now)
    {
        Id = job.Id;
        Key = Redaction.Key(job.Account.Key);
        State = job.StateAt(now);
        Prompt = Encoding.UTF8.GetString(job.Prompt);
        Price = job.Price;
        SubmittedAt = Instant(job.SubmittedAt);
        StartsAt = Instant(job.StartsAt);
        EndsAt = Instant(job.EndsAt);
        ExpiresAt = Instant(job.ExpiresAt);
        Failure = job.Failure?.Name;
        IsStuck = job.Stuck;
        IsSync = job.IsSync;
        StatusReads = job.StatusReads;
        ResultReads = job.ResultReads;
    }

    /// <summary>The id as on the wire.</summary>
    public string Id { get; }

    /// <summary>Key of its owner, redacted.</summary>
    public string Key { get; }

    /// <summary>Its state.</summary>
    public JobState State { get; }

    /// <summary>Its prompt.</summary>
    public string Prompt { get; }

    /// <summary>What it costs when it completes.</summary>
    public MicroDollars Price { get; }

    /// <summary>When it was submitted.</summary>
    public DateTimeOffset SubmittedAt { get; }

    /// <summary>When a worker has it.</summary>
    public DateTimeOffset StartsAt { get; }

    /// <summary>When it ends; for a stuck job when its record expires.</summary>
    public DateTimeOffset EndsAt { get; }

    /// <summary>From when on its record is not found.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>Name of the cause for which it fails, or null when it completes.</summary>
    public string? Failure { get; }

    /// <summary>Whether it never reaches an end.</summary>
    public bool IsStuck { get; }

    /// <summary>Whether it came by v1.</summary>
    public bool IsSync { get; }

    /// <summary>How often its status has been read.</summary>
    public int StatusReads { get; }

    /// <summary>How often its result has been read.</summary>
    public int ResultReads { get; }

    private static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);
}
