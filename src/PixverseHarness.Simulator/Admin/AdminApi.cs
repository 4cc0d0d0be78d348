using System.Text.Json;
using PixverseHarness.Contract.Wording;
using PixverseHarness.Simulator.Admin.Routes;
using PixverseHarness.Simulator.Journal;
using PixverseHarness.Simulator.Protocol;
using PixverseHarness.Simulator.Sessions;

namespace PixverseHarness.Simulator.Admin;

/// <summary>
/// The twin's control surface below <c>/__admin</c>, for the default session, and below <c>/s/NAME/__admin</c>, for
/// another. Its requests do not stand in the journal.
/// </summary>
internal sealed class AdminApi(TwinCore core, TwinSession session)
{
    /// <summary>Answers one request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">Its path behind <c>/__admin</c>.</param>
    public TwinAnswer Handle(TwinRequest request, string path)
    {
        try
        {
            AdminGuard.Check(request, core.Options.AdminToken);
            var route = Find(request.Method, path.TrimEnd('/'), out var id);
            return route.Answer(new AdminCall(core, session, request, route, id));
        }
        catch (AdminFault fault)
        {
            return TwinAnswer.Of(session.Clock, ToResponse(fault, request.ApiKey));
        }
    }

    /// <summary>A fault as it is answered; keys in what the caller sent are redacted.</summary>
    internal static TwinResponse ToResponse(AdminFault fault, string? key)
    {
        var document = fault.ToDocument();
        document = document with
        {
            Error = Redaction.Text(document.Error, key),
            Path = document.Path is { } path ? Redaction.Text(path, key) : null,
            Value = document.Value is { } value ? Redaction.Text(value, key) : null,
        };
        var response = new TwinResponse
        {
            Status = fault.Status,
            ContentType = "application/json",
            Body = JsonSerializer.SerializeToUtf8Bytes(document, AdminJson.Plain.ErrorDocument),
        };
        return fault.Status switch
        {
            401 => response.WithHeader("www-authenticate", "Bearer"),
            405 => response.WithHeader("allow", string.Join(", ", fault.Allowed)),
            501 => response.WithHeader("x-twin-unsupported", Redaction.Text(fault.Message, key)),
            _ => response,
        };
    }

    private static AdminRoute Find(string method, string path, out string id)
    {
        id = "";
        var methods = new List<string>();
        foreach (var route in AdminRoutes.All)
        {
            if (route.Matches(path, out id))
            {
                if (string.Equals(route.Method, method, StringComparison.Ordinal))
                {
                    return route;
                }

                methods.Add(route.Method);
            }
        }

        if (methods.Count > 0)
        {
            throw new AdminFault(405, $"'{Route.AdminPrefix}{path}' does not take {method}") { Allowed = [.. methods] };
        }

        if (AdminNotModelled.ReasonFor(path) is { } reason)
        {
            throw new AdminFault(501, reason);
        }

        var there = AdminRoutes.All.Select(r => r.Template).Distinct(StringComparer.Ordinal).ToArray();
        throw new AdminFault(404, $"'{method} {Route.AdminPrefix}{path}' is not part of the admin API")
        {
            Value = path,
            Nearest = NearestMatch.Find(path, there),
            Next = $"GET {Route.AdminPrefix} lists all of it: {string.Join(", ", AdminRoutes.All.Select(r => $"{r.Method} {r.Template.TrimStart('/')}"))}.",
        };
    }
}
