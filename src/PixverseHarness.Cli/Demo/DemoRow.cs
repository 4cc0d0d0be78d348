using System.Collections.Immutable;

namespace PixverseHarness.Cli.Demo;

/// <summary>One outcome of the tour, counted three times over.</summary>
/// <param name="Outcome">Which.</param>
/// <param name="Statuses">HTTP statuses that the client saw with it.</param>
/// <param name="Client">How often the client saw it.</param>
/// <param name="Planned">How often the plan foresees it.</param>
/// <param name="Twin">How often the twin's journal shows it.</param>
internal sealed record DemoRow(DemoOutcome Outcome, ImmutableArray<int> Statuses, int Client, int Planned, int Twin)
{
    /// <summary>Name for people.</summary>
    public string Name => Outcome switch
    {
        DemoOutcome.FailedLate => "failed late",
        DemoOutcome.OutOfCredits => "out of credits",
        DemoOutcome.RateLimited => "rate-limited",
        _ => Outcome.ToString().ToLowerInvariant(),
    };

    /// <summary>The HTTP status that the documented profile has for it.</summary>
    public int DocumentedStatus => Outcome switch
    {
        DemoOutcome.Completed => 200,
        DemoOutcome.Moderated or DemoOutcome.FailedLate => 422,
        DemoOutcome.Expired => 404,
        DemoOutcome.OutOfCredits => 406,
        DemoOutcome.RateLimited => 429,
        _ => 401,
    };

    /// <summary>Whether all three counts agree and the documented status, and no other, goes with them.</summary>
    public bool Agrees => Client == Planned && Client == Twin && Statuses is [var only] && only == DocumentedStatus;
}
