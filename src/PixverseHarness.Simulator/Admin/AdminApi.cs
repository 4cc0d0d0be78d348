using System.Globalization;
using System.Text.Json;
using PixverseHarness.Simulator.Answers;
using PixverseHarness.Simulator.Protocol;
using PixverseHarness.Simulator.Sessions;
using PixverseHarness.Simulator.Time;
using PixverseHarness.Simulator.Triggers;

namespace PixverseHarness.Simulator.Admin;

/// <summary>
/// The twin's control surface below <c>/__admin</c>, for the default session, and below <c>/s/NAME/__admin</c>, for
/// another. Its requests do not stand in the journal.
/// </summary>
internal sealed class AdminApi(TwinCore core, TwinSession session)
{
    private const int DefaultPage = 100;
    private const int LargestPage = 10_000;

    /// <summary>Answers one request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">Its path behind <c>/__admin</c>.</param>
    public TwinAnswer Handle(TwinRequest request, string path)
    {
        var response = (request.Method, path) switch
        {
            ("GET", "/health") => Ok(AdminBodies.Health(session)),
            ("GET", "/settings") => Ok(AdminBodies.Settings(core, session)),
            ("PUT", "/settings") => Rearrange(request.Body),
            ("GET", "/requests") => Page(request, (limit, offset) => AdminBodies.Requests(session, limit, offset)),
            ("GET", "/jobs") => Page(request, (limit, offset) => AdminBodies.Jobs(session, limit, offset)),
            ("GET", _) when path.StartsWith("/jobs/", StringComparison.Ordinal) => Job(path["/jobs/".Length..]),
            ("GET", "/ledger") => Ok(session.Read(() => AdminBodies.Ledger(session.Ledger()))),
            ("GET", "/clock") => Ok(AdminBodies.Clock(session)),
            ("PUT" or "POST", "/clock") => MoveClock(request.Body),
            ("GET", "/faults") => Ok(session.Read(() => AdminBodies.Faults(session))),
            ("POST", "/faults") => Inject(request.Body),
            ("DELETE", "/faults") => ClearFaults(),
            ("POST", "/reset") => Reset(),
            _ => Refuse(404, $"'{request.Method} /__admin{path}' is not part of the admin API. There is GET health, settings, requests, jobs, jobs/ID, ledger, clock, faults; PUT clock; PUT settings in a session; POST faults, reset; DELETE faults."),
        };
        return TwinAnswer.Of(session.Clock, response);
    }

    private TwinResponse Job(string id) =>
        session.Read(() => session.Jobs.Find(id) is { } job ? AdminBodies.Job(session, job) : null) is { } body
            ? Ok(body)
            : Refuse(404, $"No live job has the id '{id}'.");

    private TwinResponse Inject(ReadOnlyMemory<byte> body)
    {
        const string Help = "Send {\"fault\":\"bad_gateway@status*2\"}: name, name:duration, name@operation or name@operation*count.";
        try
        {
            using var document = JsonDocument.Parse(body);
            var words = document.RootElement.GetProperty("fault").GetString() ?? "";
            if (FaultText.Read(words, words, post: null) is not { } rule)
            {
                return Refuse(400, $"'{words}' is no fault. {Help}");
            }

            session.Inject(rule);
            return Ok(session.Read(() => AdminBodies.Faults(session)));
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return Refuse(400, $"The body is not a JSON object with 'fault'. {Help}");
        }
    }

    private TwinResponse ClearFaults()
    {
        session.ClearFaults();
        return Ok(session.Read(() => AdminBodies.Faults(session)));
    }

    private TwinResponse Reset()
    {
        session.Reset();
        return Ok(AdminBodies.Health(session));
    }

    private TwinResponse Rearrange(ReadOnlyMemory<byte> body)
    {
        if (session.Name.Length == 0)
        {
            return Refuse(409, "The default session keeps the settings it was started with: send this below /s/NAME.");
        }

        if (SessionSettings.Read(body, session.Options, out var fault) is not { } options)
        {
            return Refuse(400, fault);
        }

        return Ok(AdminBodies.Settings(core, core.Replace(session.Name, options)));
    }

    private TwinResponse MoveClock(ReadOnlyMemory<byte> body)
    {
        const string Help = "Send {\"action\":\"freeze|resume|advance|next-event\"}, for advance with \"by\":\"90s\".";
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("action", out var action) || action.ValueKind != JsonValueKind.String)
            {
                return Refuse(400, $"'action' is missing. {Help}");
            }

            switch (action.GetString())
            {
                case "freeze":
                    session.Clock.Freeze();
                    break;
                case "resume":
                    session.Clock.Resume();
                    break;
                case "next-event":
                    if (session.Read(() => session.Jobs.NextEventAt) is { } next)
                    {
                        session.Clock.AdvanceTo(next);
                    }

                    break;
                case "advance":
                    var by = root.TryGetProperty("by", out var text) && text.ValueKind == JsonValueKind.String ? DurationText.Parse(text.GetString()!) : null;
                    if (by is null)
                    {
                        return Refuse(400, $"'by' must be a duration with a unit, such as 300ms, 90s, 5m or 1h30m. {Help}");
                    }

                    session.Clock.Advance(by.Value);
                    break;
                default:
                    return Refuse(400, $"'action' is '{action.GetString()}'. {Help}");
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return Refuse(400, $"The body is not a JSON object. {Help}");
        }

        return Ok(AdminBodies.Clock(session));
    }

    private static TwinResponse Page(TwinRequest request, Func<int, int, byte[]> body)
    {
        if (Number(request.Query, "limit", DefaultPage) is not (>= 1 and <= LargestPage and var limit) || Number(request.Query, "offset", 0) is not (>= 0 and var offset))
        {
            return Refuse(400, $"'limit' must lie between 1 and {LargestPage} and 'offset' must be 0 or more.");
        }

        return Ok(body(limit, offset));
    }

    private static int? Number(string query, string name, int absent)
    {
        foreach (var pair in query.Split('&'))
        {
            var parts = pair.Split('=', 2);
            if (parts.Length == 2 && string.Equals(parts[0], name, StringComparison.Ordinal))
            {
                return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
            }
        }

        return absent;
    }

    private static TwinResponse Ok(byte[] body) => new() { Status = 200, ContentType = "application/json", Body = body };

    private static TwinResponse Refuse(int status, string message) => ErrorAnswers.Json(status, message);
}
