using System.Collections.Immutable;
using PixverseHarness.Simulator.Admin.Documents;
using PixverseHarness.Simulator.Admin.Input;
using PixverseHarness.Simulator.Protocol;
using PixverseHarness.Simulator.Sessions;
using PixverseHarness.Simulator.Time;

namespace PixverseHarness.Simulator.Admin.Routes;

/// <summary>The sessions of the twin.</summary>
internal static class SessionRoutes
{
    private static readonly AdminMember Name = new("name", AdminKind.Text, "Its name: 1 to 64 letters, digits, dots, hyphens and underscores.") { IsRequired = true };

    /// <summary>The routes.</summary>
    public static ImmutableArray<AdminRoute> All { get; } =
    [
        AdminRoute.Of("GET", "/sessions", "Lists the sessions.", AdminJson.Plain.SessionsDocument, List),
        AdminRoute.Of("POST", "/sessions", "Creates a session, with settings of its own.", AdminJson.Plain.SessionDocument, Create) with
        {
            Members = [Name, .. SessionSettings.Members],
            Example = "{\"name\":\"shard-1\",\"manualClock\":true}",
            Refusals = [409, 501],
        },
        AdminRoute.Of("GET", "/sessions/{name}", "Shows one session.", AdminJson.Plain.SessionDocument, call => Show(call, Find(call))) with { Refusals = [404] },
        AdminRoute.Of("DELETE", "/sessions/{name}", "Drops a session with all that is in it; its next request begins a new one.", AdminJson.Plain.DroppedDocument, Drop) with { Refusals = [404] },
        AdminRoute.Of("DELETE", "/sessions", "Drops every session but the default one.", AdminJson.Plain.DroppedDocument, call => new DroppedDocument(call.Core.DropAll())),
    ];

    private static SessionsDocument List(AdminCall call) =>
        new([.. call.Core.AllSessions.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => Show(call, s))], call.Core.Options.MaxSessions);

    private static SessionDocument Show(AdminCall call, TwinSession session) => session.Read(() => new SessionDocument(
        session.Name,
        call.Request.Origin + Route.PrefixOf(session.Name),
        UtcText.Exact(session.Clock.NowTicks),
        session.Clock.IsFrozen,
        session.Jobs.Count,
        session.Journal.Total));

    private static SessionDocument Create(AdminCall call)
    {
        var name = call.Input.Text(Name.Name)!;
        if (!Route.IsSessionName(name))
        {
            throw new AdminFault(400, $"'{name}' cannot be the name of a session") { Path = "$.name", Value = name, Next = "Take 1 to 64 letters, digits, dots, hyphens and underscores." };
        }

        var options = SessionSettings.Apply(call.Input, call.Core.Options);
        var (session, isNew) = call.Core.Create(name, options);
        return session is null
            ? throw new AdminFault(501, $"The twin holds no more than {call.Core.Options.MaxSessions} sessions") { Next = "Drop one with DELETE /__admin/sessions/NAME." }
            : isNew
                ? Show(call, session)
                : throw new AdminFault(409, $"There is a session '{name}'") { Path = "$.name", Value = name, Next = $"PUT /s/{name}/__admin/settings gives it other settings; DELETE /__admin/sessions/{name} drops it." };
    }

    private static DroppedDocument Drop(AdminCall call)
    {
        var name = Find(call).Name;
        return new DroppedDocument(call.Core.Drop(name) ? 1 : 0);
    }

    private static TwinSession Find(AdminCall call) =>
        call.Core.AllSessions.FirstOrDefault(s => s.Name.Length > 0 && string.Equals(s.Name, call.Id, StringComparison.Ordinal))
        ?? throw new AdminFault(404, $"There is no session '{call.Id}'")
        {
            Value = call.Id,
            Nearest = Contract.Wording.NearestMatch.Find(call.Id, call.Core.SessionNames),
            Next = "GET /__admin/sessions lists those that there are.",
        };
}
