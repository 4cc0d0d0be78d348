using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator.Jobs;

namespace PixverseHarness.Simulator.Journal;

/// <summary>
/// A journal entry as it is kept. A poll refers to nothing that was made for it: its path and the text of its id follow
/// from the id's number, so that a full journal of polls holds no small objects and costs the garbage collector nothing.
/// </summary>
internal readonly record struct JournalRow
{
    /// <summary>Instant in UTC ticks on the session's clock.</summary>
    public required long At { get; init; }

    /// <summary>HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Path without the session prefix; null when it is the operation's own with <see cref="Number"/> as the id.</summary>
    public string? Path { get; init; }

    /// <summary>The operation, or null.</summary>
    public ApiOperation? Operation { get; init; }

    /// <summary>The key, redacted; null when there was none.</summary>
    public string? Key { get; init; }

    /// <summary>Id of the job as text, when it has no number; else null.</summary>
    public string? Job { get; init; }

    /// <summary>Id of the job as a number; null when there is none, or none that is one.</summary>
    public UInt128? Number { get; init; }

    /// <summary>The how-manieth request of its kind; 0 when not counted.</summary>
    public int Attempt { get; init; }

    /// <summary>Status that was answered; 0 when the connection was ended without one.</summary>
    public required int Status { get; init; }

    /// <summary>Name of the error cause, or null.</summary>
    public string? Cause { get; init; }

    /// <summary>Ids of the fault rules that took part; null when none did.</summary>
    public string? Faults { get; init; }

    /// <summary>A remark for people; null when there is none.</summary>
    public string? Note { get; init; }

    /// <summary>The entry in full.</summary>
    /// <param name="number">Number of the request in its session.</param>
    /// <param name="format">How the session writes ids.</param>
    public JournalEntry ToEntry(long number, RequestIdFormat format)
    {
        var job = Number is { } id ? RequestIds.Write(id, format) : Job;
        return new JournalEntry
        {
            Number = number,
            At = At,
            Method = Method,
            Path = Path ?? Operations.Get(Operation!.Value).PathTemplate.Replace("{id}", job, StringComparison.Ordinal),
            Operation = Operation,
            Key = Key,
            Job = job,
            Attempt = Attempt,
            Status = Status,
            Cause = Cause,
            Faults = Faults,
            Note = Note,
        };
    }
}
