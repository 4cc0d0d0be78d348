using System.Text.Json;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;

namespace PixverseHarness.Verification.Checks;

/// <summary>What holds for every refused request, whatever the cause (section 8).</summary>
internal static class Refusals
{
    /// <summary>The clauses that every refusal is held against.</summary>
    public static readonly string[] Clauses = ["PV-ERROR-001", "PV-ERROR-002", "PV-ERROR-003", "PV-ERROR-005", "PV-AUTH-011"];

    /// <summary>Demands the status of a cause, and the envelope of an error.</summary>
    /// <returns>Whether the status is right.</returns>
    public static bool Refused(this CheckRun run, string clause, Exchange exchange, ErrorCause cause)
    {
        var status = cause.StatusFor(run.Profile, exchange.Request.Operation ?? ApiOperation.Submit);
        return run.Refused(clause, exchange, [status], isHtml: cause.IsHtml);
    }

    /// <summary>Demands one of several statuses, and the envelope of an error.</summary>
    public static bool Refused(this CheckRun run, string clause, Exchange exchange, IReadOnlyCollection<int> statuses, bool isHtml = false)
    {
        var holds = run.Judge.That(
            clause, exchange, "status", statuses.Contains(exchange.Status), $"status {string.Join(" or ", statuses)}", Texts.Shown(exchange));
        if (!isHtml && exchange.Status is >= 400)
        {
            Envelope(run.Judge, exchange);
        }

        return holds;
    }

    /// <summary>Demands the envelope of an error.</summary>
    private static void Envelope(Judge judge, Exchange exchange)
    {
        judge.That(
            "PV-ERROR-001", exchange, "/error",
            exchange.At("/error") is { ValueKind: JsonValueKind.String } && exchange.TextAt("/error") is { Length: > 0 },
            "a JSON object with the string error", Texts.Shown(exchange));
        judge.MediaType("PV-ERROR-002", exchange, "application/json");
        foreach (var member in new[] { "/code", "/error_code", "/type", "/errors" })
        {
            judge.Lacks("PV-ERROR-003", exchange, member);
        }

        judge.Lacks("PV-AUTH-011", exchange, "/error_description");
        judge.That("PV-ERROR-005", exchange, "status", exchange.Status != 422, "another status than 422 for a refused request", Texts.Shown(exchange));
        Drift.Error(judge, "PV-ERROR-001", exchange);
    }
}
