using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Verification.Conversations;

namespace PixverseHarness.Verification.Stories;

/// <summary>Everything that was heard of one job, from before its submit until after its end, or until its record was gone.</summary>
internal sealed class JobLife
{
    /// <summary>The conversation.</summary>
    public required Conversation Conversation { get; init; }

    /// <summary>What was asked for.</summary>
    public required VideoRequest Request { get; init; }

    /// <summary>The balance before.</summary>
    public required Exchange CreditsBefore { get; init; }

    /// <summary>The submit.</summary>
    public required Exchange Submit { get; init; }

    /// <summary>The id, as the submit's answer has it.</summary>
    public required string Id { get; init; }

    /// <summary>Reads until the record should be gone, in order.</summary>
    public List<Exchange> Reads { get; } = [];

    /// <summary>The first status that is final; null when none came.</summary>
    public Exchange? End { get; set; }

    /// <summary>The balance right after the end; null when there was none.</summary>
    public Exchange? CreditsAfter { get; set; }

    /// <summary>Reads just before the record's time is over; empty when that time could not be let pass.</summary>
    public List<Exchange> LastReads { get; } = [];

    /// <summary>Reads just after it; empty when that time could not be let pass.</summary>
    public List<Exchange> LateReads { get; } = [];

    /// <summary>Status calls in order.</summary>
    public IEnumerable<Exchange> Statuses => Reads.Where(e => e.Request.Operation == ApiOperation.GetStatus);

    /// <summary>Status calls of a state.</summary>
    public IEnumerable<Exchange> StatusesIn(JobState state) => Statuses.Where(e => StateOf(e) == state);

    /// <summary>Calls after the end.</summary>
    public IEnumerable<Exchange> AfterEnd(ApiOperation operation) =>
        End is null ? [] : Reads.Where(e => e.Number >= End.Number && e.Request.Operation == operation);

    /// <summary>Calls before the end.</summary>
    public IEnumerable<Exchange> BeforeEnd(ApiOperation operation) =>
        Reads.Where(e => (End is null || e.Number < End.Number) && e.Request.Operation == operation);

    /// <summary>The first result after the end.</summary>
    public Exchange? Result => AfterEnd(ApiOperation.GetResult).FirstOrDefault();

    /// <summary>The state that an answer states; null for none that the contract knows.</summary>
    public static JobState? StateOf(Exchange exchange) => JobStates.Parse(exchange.TextAt("/status"));
}
