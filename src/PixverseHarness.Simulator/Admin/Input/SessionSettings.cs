using System.Collections.Immutable;
using PixverseHarness.Contract.Prices;

namespace PixverseHarness.Simulator.Admin.Input;

/// <summary>Reads what a session is to be like, for tests that need an account or a service of a certain kind.</summary>
internal static class SessionSettings
{
    /// <summary>What can be set.</summary>
    public static ImmutableArray<AdminMember> Members { get; } =
    [
        LimitSettings.Plan,
        LimitSettings.RequestsPerMinute,
        new("credits", AdminKind.Number, "Balance that each key starts with, in dollars."),
        new("workers", AdminKind.Whole, "Workers that run jobs; null for as many as needed.") { Least = 1, Most = 1_000_000, TakesNull = true },
        new("jobTime", AdminKind.Duration, "Fixed time that every job runs, before the pace; null draws it.") { TakesNull = true },
        new("keys", AdminKind.Secrets, "The valid keys; when empty every key is valid."),
        new("manualClock", AdminKind.Flag, "Whether the clock starts frozen."),
        new("seed", AdminKind.Whole, "Seed of all fates and fault decisions.") { Most = long.MaxValue },
        new("pace", AdminKind.Number, "How much shorter than in reality the modelled times are.") { Least = 1, Most = 1_000_000 },
        new("failureRate", AdminKind.Number, "Share of jobs that fail in generation.") { Most = 1 },
        new("journalCapacity", AdminKind.Whole, "Most requests that the journal keeps.") { Most = 10_000_000 },
    ];

    /// <summary>The options of a session with these settings.</summary>
    /// <param name="input">What was sent; what it does not name stays as it is.</param>
    /// <param name="options">What to start from.</param>
    /// <exception cref="AdminFault">They cannot be.</exception>
    public static TwinOptions Apply(AdminInput input, TwinOptions options)
    {
        var limit = LimitSettings.Read(input, options.Plan, options.RequestsPerMinute);
        return options with
        {
            Plan = limit.Plan,
            RequestsPerMinute = limit.RequestsPerMinute,
            Credits = input.Number("credits") is { } credits ? MicroDollars.FromDollars(credits) : options.Credits,
            Workers = input.Has("workers") ? (int?)input.Whole("workers") : options.Workers,
            ServiceTime = input.Has("jobTime") ? Day(input) : options.ServiceTime,
            Keys = input.Secrets("keys") ?? options.Keys,
            ManualClock = input.Flag("manualClock") ?? options.ManualClock,
            Seed = (ulong?)input.Whole("seed") ?? options.Seed,
            Pace = (double?)input.Number("pace") ?? options.Pace,
            FailureRate = (double?)input.Number("failureRate") ?? options.FailureRate,
            JournalCapacity = (int?)input.Whole("journalCapacity") ?? options.JournalCapacity,
        };
    }

    private static TimeSpan? Day(AdminInput input)
    {
        var time = input.Duration("jobTime");
        return time <= TimeSpan.FromDays(1) || time is null
            ? time
            : throw new AdminFault(400, "'jobTime' must not be longer than a day") { Path = input.PathOf("jobTime") };
    }
}
