using System.Text;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Simulator.Jobs;
using PixverseHarness.Simulator.Journal;
using PixverseHarness.Simulator.Time;

namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>One job, its fate included.</summary>
internal sealed record JobDocument
{
    public required string Id { get; init; }

    public required string State { get; init; }

    public required string Key { get; init; }

    public required bool Sync { get; init; }

    public required string SubmittedAt { get; init; }

    public required string StartsAt { get; init; }

    public required string EndsAt { get; init; }

    public required string ExpiresAt { get; init; }

    public required decimal Price { get; init; }

    public required string? Failure { get; init; }

    public required bool Stuck { get; init; }

    public required int StatusReads { get; init; }

    public required int ResultReads { get; init; }

    public required string Prompt { get; init; }

    public static JobDocument Of(Job job, long now) => new()
    {
        Id = job.Id,
        State = job.StateAt(now).ToWire(),
        Key = Redaction.Key(job.Account.Key),
        Sync = job.IsSync,
        SubmittedAt = UtcText.Exact(job.SubmittedAt),
        StartsAt = UtcText.Exact(job.StartsAt),
        EndsAt = UtcText.Exact(job.EndsAt),
        ExpiresAt = UtcText.Exact(job.ExpiresAt),
        Price = job.Price.ToDollars(),
        Failure = job.Failure?.Name,
        Stuck = job.Stuck,
        StatusReads = job.StatusReads,
        ResultReads = job.ResultReads,
        Prompt = Redaction.Text(Encoding.UTF8.GetString(job.Prompt), job.Account.Key),
    };
}
