using System.Diagnostics.Metrics;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Simulator.Billing;
using PixverseHarness.Simulator.Sessions;

namespace PixverseHarness.Simulator.Metrics;

/// <summary>What a twin holds, over all sessions, and every bound on it: read only when somebody asks for it.</summary>
internal static class TwinGauges
{
    private const string StateTag = "pixverse.job.state";
    private const string ConnectionTag = "pixverse.connection.state";
    private static readonly string[] StateTags = [.. Enum.GetValues<JobState>().Select(s => s.ToWire().ToLowerInvariant())];

    /// <summary>A state as a tag.</summary>
    public static string Tag(JobState state) => StateTags[(int)state];

    /// <summary>Adds the instruments to a meter.</summary>
    public static void Add(Meter meter, TwinCore core)
    {
        AddJobs(meter, core);
        AddMoney(meter, core);
        AddBounds(meter, core);
        AddConnections(meter, core);
    }

    private static void AddJobs(Meter meter, TwinCore core)
    {
        meter.CreateObservableUpDownCounter(
            "pixverse.twin.job.count",
            () => Enum.GetValues<JobState>().Select(state => new Measurement<long>(Jobs(core, state), new KeyValuePair<string, object?>(StateTag, Tag(state)))),
            "{job}",
            "Jobs by state; those that have ended as long as their record can be read.");
        meter.CreateObservableUpDownCounter("pixverse.twin.queue.length", () => Jobs(core, JobState.Queued), "{job}", "Jobs that wait for a worker.");
        meter.CreateObservableUpDownCounter("pixverse.twin.job.in_flight", () => Jobs(core, JobState.Queued) + Jobs(core, JobState.Processing), "{job}", "Jobs that have not ended.");
    }

    private static void AddMoney(Meter meter, TwinCore core)
    {
        meter.CreateObservableUpDownCounter("pixverse.twin.credit.balance", () => Dollars(core, a => a.Balance), "{USD}", "Balance of all accounts, reservations included.");
        meter.CreateObservableUpDownCounter("pixverse.twin.credit.reserved", () => Dollars(core, a => a.Reserved), "{USD}", "Set aside for jobs that have not ended.");
        meter.CreateObservableCounter("pixverse.twin.credit.charged", () => Dollars(core, a => a.Charged), "{USD}", "Charged for jobs that completed.");
    }

    private static void AddBounds(Meter meter, TwinCore core)
    {
        var shared = core.Shared;
        meter.CreateObservableUpDownCounter("pixverse.twin.journal.count", () => Sum(core, s => s.Journal.Kept), "{request}", "Requests that the journals keep.");
        meter.CreateObservableUpDownCounter("pixverse.twin.journal.limit", () => Sum(core, s => s.Options.JournalCapacity), "{request}", "Requests that the journals can keep.");
        meter.CreateObservableCounter("pixverse.twin.journal.dropped", () => Sum(core, s => s.Journal.Dropped), "{request}", "Requests that the journals have dropped.");
        meter.CreateObservableUpDownCounter("pixverse.twin.session.count", () => (long)core.SessionCount, "{session}", "Sessions besides the default one.");
        meter.CreateObservableUpDownCounter("pixverse.twin.session.limit", () => (long)core.Options.MaxSessions, "{session}", "Sessions that there can be besides the default one.");
        meter.CreateObservableCounter("pixverse.twin.session.refused", () => shared.RefusedSessions, "{request}", "Requests refused because they needed a session too many.");
        meter.CreateObservableUpDownCounter("pixverse.twin.held_call.count", () => (long)shared.HeldCalls, "{call}", "Blocking v1 calls that wait for their job.");
        meter.CreateObservableUpDownCounter("pixverse.twin.held_call.limit", () => (long)core.Options.MaxHeldCalls, "{call}", "Blocking v1 calls that can wait at once.");
        meter.CreateObservableCounter("pixverse.twin.held_call.refused", () => shared.RefusedCalls, "{call}", "Blocking v1 calls refused because too many were waiting.");
        meter.CreateObservableUpDownCounter("pixverse.twin.request.body.limit", () => (long)TwinOptions.MaxBodyBytes, "By", "Bytes of a request body that are read.");
    }

    private static void AddConnections(Meter meter, TwinCore core)
    {
        meter.CreateObservableUpDownCounter("pixverse.twin.connection.count", () => Connections(core), "{connection}", "Open connections, active or idle.");
        meter.CreateObservableUpDownCounter("pixverse.twin.connection.limit", () => Optional(core.Host.MaxConnections), "{connection}", "Connections that can be open at once.");
        meter.CreateObservableCounter("pixverse.twin.connection.refused", () => Optional(core.Host.RefusedConnections?.Invoke()), "{connection}", "Connections closed because too many were open.");
        meter.CreateObservableGauge("pixverse.twin.connection.idle.timeout", () => Optional(core.Host.IdleTimeout?.TotalSeconds), "s", "How long a connection may be idle.");
    }

    private static IEnumerable<Measurement<long>> Connections(TwinCore core)
    {
        if (core.Host is not { Connections: { } open, IdleConnections: { } unused })
        {
            return [];
        }

        var idle = unused();
        return [new(Math.Max(0, open() - idle), new KeyValuePair<string, object?>(ConnectionTag, "active")), new(idle, new KeyValuePair<string, object?>(ConnectionTag, "idle"))];
    }

    private static IEnumerable<Measurement<long>> Optional(long? value) => value is { } number ? [new(number)] : [];

    private static IEnumerable<Measurement<double>> Optional(double? value) => value is { } number ? [new(number)] : [];

    private static long Jobs(TwinCore core, JobState state) => Sum(core, s => s.Jobs.CountOf(state));

    private static double Dollars(TwinCore core, Func<Account, MicroDollars> part) =>
        Sum(core, s => s.Accounts.Sum(a => part(a).Value)) / 1_000_000d;

    private static long Sum(TwinCore core, Func<TwinSession, long> part) => core.AllSessions.Sum(s => s.Read(() => part(s)));
}
