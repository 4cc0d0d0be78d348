using System.Collections.Immutable;
using System.Reflection;
using PixverseHarness.Contract.Limits;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator.Admin.Documents;
using PixverseHarness.Simulator.Admin.Input;
using PixverseHarness.Simulator.Sessions;
using PixverseHarness.Simulator.Time;

namespace PixverseHarness.Simulator.Admin.Routes;

/// <summary>The twin as a whole: that it lives, what it models, how to begin anew and how to end.</summary>
internal static class TwinRoutes
{
    private const int ApiVersion = 1;

    /// <summary>The routes.</summary>
    public static ImmutableArray<AdminRoute> All { get; } =
    [
        AdminRoute.Of("GET", "/health", "Says that the twin answers.", AdminJson.Plain.HealthDocument, call => Health(call.Session)),
        AdminRoute.Of("GET", "/version", "Says which twin answers.", AdminJson.Plain.VersionDocument, _ => new VersionDocument(ProductVersion(), ApiVersion)),
        AdminRoute.Of("GET", "/settings", "Says what the session models, and every bound of the twin.", AdminJson.Plain.SettingsDocument, call => Settings(call.Core, call.Session)),
        AdminRoute.Of("PUT", "/settings", "Gives a session other settings; it starts empty.", AdminJson.Plain.SettingsDocument, Rearrange) with
        {
            Members = SessionSettings.Members,
            Example = "{\"credits\":2,\"requestsPerMinute\":5,\"manualClock\":true}",
            Refusals = [409],
        },
        AdminRoute.Of("POST", "/reset", "Forgets jobs, accounts, counters, journal and injected faults; the clock runs on.", AdminJson.Plain.HealthDocument, Reset),
        AdminRoute.Of("POST", "/shutdown", "Ends the twin when the answer is out.", AdminJson.Plain.HealthDocument, ShutDown) with { Refusals = [409, 501] },
    ];

    /// <summary>What a session models.</summary>
    public static SettingsDocument Settings(TwinCore core, TwinSession session)
    {
        var options = session.Options;
        return new SettingsDocument
        {
            Session = session.Name,
            Profile = options.Profile.Name,
            Seed = options.Seed,
            Pace = options.Pace,
            Plan = session.Limit.Plan.Name,
            RequestsPerMinute = session.RequestsPerWindow,
            RateWindowSeconds = session.RateWindow.TotalSeconds,
            RetentionSeconds = options.Paced(ApiLimits.Retention).TotalSeconds,
            SyncCutOffSeconds = session.SyncCutOff.TotalSeconds,
            Credits = options.Credits.ToDollars(),
            Workers = options.Workers,
            FailureRate = options.FailureRate,
            FaultRules = session.Faults.Length,
            JournalCapacity = options.JournalCapacity,
            MaxBodyBytes = TwinOptions.MaxBodyBytes,
            MaxSessions = core.Options.MaxSessions,
            Sessions = core.SessionCount,
            MaxHeldCalls = core.Options.MaxHeldCalls,
            Host = core.Shared.Host.Name,
            Bounds = Bounds(core, session),
            Switches = ProfileSwitches.All.ToDictionary(s => s.Name, s => s.Get(options.Profile), StringComparer.Ordinal),
        };
    }

    private static BoundsDocument Bounds(TwinCore core, TwinSession session)
    {
        var (kept, dropped) = session.Read(() => (session.Journal.Kept, session.Journal.Dropped));
        var shared = core.Shared;
        var host = shared.Host;
        return new BoundsDocument(
            Journal: new BoundDocument(session.Options.JournalCapacity, kept, dropped),
            Sessions: new BoundDocument(core.Options.MaxSessions, core.SessionCount, shared.RefusedSessions),
            HeldCalls: new BoundDocument(core.Options.MaxHeldCalls, shared.HeldCalls, shared.RefusedCalls),
            Connections: new BoundDocument(host.MaxConnections, host.Connections?.Invoke(), host.RefusedConnections?.Invoke()),
            IdleConnections: new BoundDocument(host.MaxConnections, host.IdleConnections?.Invoke(), null),
            IdleSeconds: host.IdleTimeout?.TotalSeconds,
            BodyBytes: new BoundDocument(TwinOptions.MaxBodyBytes, null, null));
    }

    private static HealthDocument Health(TwinSession session) => new("ok", session.Name, UtcText.Exact(session.Clock.NowTicks));

    private static SettingsDocument Rearrange(AdminCall call)
    {
        if (call.Session.Name.Length == 0)
        {
            throw new AdminFault(409, "The default session keeps the settings that it was started with") { Next = "Send this below /s/NAME." };
        }

        var options = SessionSettings.Apply(call.Input, call.Session.Options);
        return Settings(call.Core, call.Core.Replace(call.Session.Name, options));
    }

    private static HealthDocument Reset(AdminCall call)
    {
        call.Session.Reset();
        return Health(call.Session);
    }

    private static HealthDocument ShutDown(AdminCall call)
    {
        if (call.Session.Name.Length > 0)
        {
            throw new AdminFault(409, "A session cannot end the twin") { Next = "Send this to /__admin/shutdown, or drop the session with DELETE /__admin/sessions/NAME." };
        }

        return call.Core.AskToShutDown()
            ? Health(call.Session)
            : throw new AdminFault(501, "This twin is part of another program, which alone can end it");
    }

    private static string ProductVersion() =>
        typeof(TwinRoutes).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
