using System.Collections.Immutable;
using PixverseHarness.Simulator.Admin.Documents;
using PixverseHarness.Simulator.Admin.Input;
using PixverseHarness.Simulator.Admin.Waiting;
using PixverseHarness.Simulator.Sessions;
using PixverseHarness.Simulator.Time;

namespace PixverseHarness.Simulator.Admin.Routes;

/// <summary>The clock of a session, and waiting for what it brings.</summary>
internal static class ClockRoutes
{
    private static readonly ImmutableArray<AdminMember> Moves =
    [
        new("action", AdminKind.Text, "What to do.") { Allowed = ["freeze", "resume", "advance", "next-event", "scale"], IsRequired = true },
        new("by", AdminKind.Duration, "For advance: how far."),
    ];

    private const string Example = "{\"action\":\"freeze|resume|advance|next-event\"}, for advance with \"by\":\"90s\"";

    /// <summary>The routes.</summary>
    public static ImmutableArray<AdminRoute> All { get; } =
    [
        AdminRoute.Of("GET", "/clock", "Shows the session's clock.", AdminJson.Plain.ClockDocument, call => Show(call.Session)),
        AdminRoute.Of("PUT", "/clock", "Freezes the clock, lets it run, or moves it forward.", AdminJson.Plain.ClockDocument, Move) with { Members = Moves, Example = Example, Refusals = [501] },
        AdminRoute.Of("POST", "/clock", "The same, for tools that cannot PUT.", AdminJson.Plain.ClockDocument, Move) with { Members = Moves, Example = Example, Refusals = [501] },
        new("GET", "/wait", "Waits until a job is in a state, or until so many requests have come.", AdminJson.Plain.WaitDocument, call => new AdminWait(call).Answer())
        {
            Members = AdminWait.Members,
            Example = AdminWait.QueryExample,
            Refusals = [404, 408, 409],
        },
        new("POST", "/wait", "The same, with the conditions in a body.", AdminJson.Plain.WaitDocument, call => new AdminWait(call).Answer())
        {
            Members = AdminWait.Members,
            Example = AdminWait.Example,
            Refusals = [404, 408, 409],
        },
    ];

    private static ClockDocument Show(TwinSession session)
    {
        var next = session.Read(() => session.Jobs.NextEventAt);
        return new ClockDocument(
            UtcText.Exact(session.Clock.NowTicks),
            session.Clock.IsFrozen,
            next is { } at ? UtcText.Exact(at) : null,
            session.Clock.NextTimerAt is { } held ? UtcText.Exact(held.UtcTicks) : null);
    }

    private static ClockDocument Move(AdminCall call)
    {
        var session = call.Session;
        var clock = session.Clock;
        switch (call.Input.Text("action"))
        {
            case "freeze":
                clock.Freeze();
                break;
            case "resume":
                clock.Resume();
                break;
            case "advance":
                clock.Advance(call.Input.Duration("by") ?? throw new AdminFault(400, "'by' is missing: how far shall the clock be moved?") { Path = "$.by", Next = $"Send {Example}." });
                break;
            case "scale":
                throw new AdminFault(501, "A clock is not scaled while programs outside live in real time: it would lie to them. Start the twin with a pace instead");
            default:
                if (session.Read(() => session.Jobs.NextEventAt) is { } next)
                {
                    clock.AdvanceTo(next);
                }

                break;
        }

        session.Wake();
        return Show(session);
    }
}
